import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const theme = readFileSync(join(import.meta.dirname, '../../assets/styles/_theme.scss'), 'utf8')

function colours(map: string): Map<string, string> {
  const body = new RegExp(`\\$${map}: \\(([^)]*)\\)`).exec(theme)?.[1] ?? ''
  return new Map([...body.matchAll(/([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

const light = colours('light')
const schemes = { light, dark: new Map([...light, ...colours('dark')]) }

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['govuk-body-background-colour', 'govuk-surface-background-colour', 'govuk-template-background-colour', 'clave-quiet']
const texts = [
  'govuk-text-colour', 'govuk-secondary-text-colour', 'govuk-link-colour', 'govuk-link-visited-colour', 'govuk-link-hover-colour', 'govuk-error-colour',
]
/** WCAG 2.2: 4.5 for text (1.4.3), 3 for what draws a control or the focus (1.4.11, 2.4.13). */
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground) => texts.map((text): [string, string, number] => [text, ground, 4.5])),
  ...['clave-button', 'clave-button-hover', 'clave-danger', 'clave-danger-hover'].map((ground): [string, string, number] => ['clave-button-text', ground, 4.5]),
  ['govuk-inverse-text-colour', 'govuk-brand-colour', 4.5],
  ['govuk-inverse-text-colour', 'govuk-success-colour', 4.5],
  ['clave-header-text', 'clave-header', 4.5],
  ['govuk-focus-text-colour', 'govuk-focus-colour', 4.5],
  ['govuk-text-colour', 'clave-quiet-hover', 4.5],
  ['govuk-text-colour', 'clave-chosen', 4.5],
  ['govuk-text-colour', 'clave-field', 4.5],
  ['govuk-input-border-colour', 'govuk-body-background-colour', 3],
  ['govuk-input-border-colour', 'clave-field', 3],
  ['govuk-brand-colour', 'govuk-body-background-colour', 3],
  ['govuk-brand-colour', 'clave-chosen', 3],
  ['clave-accent', 'clave-header', 3],
]

for (const [scheme, palette] of Object.entries(schemes)) {
  test(`contrast in the ${scheme} scheme is AA for every pair in use`, () => {
    const found = (name: string) => palette.get(name) ?? assert.fail(`no colour ${name}`)
    const weak = pairs.map(([one, other, least]) => ({ one, other, least, has: contrast(found(one), found(other)) })).filter(({ has, least }) => has < least)
    assert.deepEqual(weak, [])
  })
}
