/** A person with the keyboard alone in Chromium: Tab, Space, Enter and the arrows. Every stop of the focus must be seen. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Hands } from './hands.ts'
import { leaving, settled, startsWith } from './mouse-hands.ts'

export interface KeyboardOptions {
  /** Called on every page a key led to. */
  arrived(page: Page): Promise<void>
}

interface Stop { readonly tag: string; readonly type: string; readonly words: string; readonly group: string; readonly seen: boolean; readonly html: string }

/** What has the focus: its words as they are read out, and whether an outline, a ring or a change of ground shows it. */
const stopHere = `(() => {
  const e = document.activeElement
  if (!e || e === document.body) return null
  const own = getComputedStyle(e)
  const shown = e.matches('.govuk-radios__input, .govuk-checkboxes__input, .clave-figures__input')
    ? [e.nextElementSibling, e].flatMap((x) => x ? [getComputedStyle(x), getComputedStyle(x, '::before')] : []) : [own]
  const ring = (s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && s.outlineColor !== 'rgba(0, 0, 0, 0)') || s.boxShadow !== 'none'
  const box = e.getBoundingClientRect()
  const labels = [...(e.labels ?? [])].map((l) => l.innerText)
  const words = labels.length > 0 ? labels.join(' ') : (e.innerText || e.getAttribute('aria-label') || '')
  return {
    tag: e.localName, type: e.type ?? '', words: words.replace(/\\s+/g, ' ').trim(),
    group: (e.closest('fieldset')?.querySelector('legend')?.innerText ?? '').replace(/\\s+/g, ' ').trim(),
    seen: shown.some(ring) && box.bottom > 0 && box.top < innerHeight, html: e.outerHTML.slice(0, 120),
  }
})()`

export function keyboardHands(page: Page, { arrived }: KeyboardOptions): Hands {
  const { keyboard } = page
  const here = (): Promise<Stop | null> => page.evaluate(stopHere)
  /** Tabs on until this has the focus; the address bar is passed at the end of the page. */
  const reach = async (what: string, fits: (stop: Stop) => boolean): Promise<void> => {
    for (let turn = 0; turn < 90; turn += 1) {
      const stop = await here()
      if (stop && fits(stop)) return
      await keyboard.press('Tab')
      const next = await here()
      if (next) assert.ok(next.seen, `the focus cannot be seen on ${next.html}`)
    }
    throw new Error(`Tab does not reach ${what} on ${page.url()}`)
  }
  const leave = async (key: string): Promise<void> => {
    await leaving(page, () => keyboard.press(key))
    await arrived(page)
  }
  const begins = (words: string, label: string): boolean => startsWith(label).test(words)
  return {
    solvesRobotCheck: true,
    waitsByItself: true,
    async goTo(path) {
      await page.goto(path)
      await arrived(page)
    },
    async unfold(menu) {
      await reach(menu, ({ tag, words }) => tag === 'summary' && words === menu)
      await keyboard.press('Enter')
    },
    async follow(link) {
      await reach(link, ({ tag, words }) => tag === 'a' && words.includes(link))
      await leave('Enter')
    },
    async press(button) {
      await reach(button, ({ tag, words }) => tag === 'button' && words === button)
      await leave('Enter')
    },
    async type(label, text) {
      await reach(label, ({ tag, words }) => tag === 'input' && begins(words, label))
      await keyboard.type(text)
    },
    async tick(label) {
      await reach(label, ({ type, words }) => type === 'checkbox' && begins(words, label))
      await keyboard.press('Space')
    },
    async choose(question, option) {
      await reach(question, ({ type, group }) => type === 'radio' && begins(group, question))
      await keyboard.press('Space')
      for (let turn = 0; (await here())?.words !== option; turn += 1) {
        assert.ok(turn < 20, `the arrows do not reach ${option}`)
        await keyboard.press('ArrowDown')
      }
    },
    async select(label, _option, at) {
      await reach(label, ({ tag, words }) => tag === 'select' && begins(words, label))
      for (let turn = 0; turn < at; turn += 1) await keyboard.press('ArrowDown')
    },
    text: () => settled(page),
  }
}
