import type { AttributeValues } from '../../src/web/html.ts'
import { checkboxes, singleCheckbox } from '../../src/web/components/checkboxes.ts'
import type { Choice } from '../../src/web/components/choices.ts'
import { dateInput, type DatePart } from '../../src/web/components/date-input.ts'
import { errorMessage } from '../../src/web/components/error-message.ts'
import { fieldset } from '../../src/web/components/fieldset.ts'
import { hint } from '../../src/web/components/hint.ts'
import { input, type InputOptions } from '../../src/web/components/input.ts'
import { label } from '../../src/web/components/label.ts'
import { passwordInput } from '../../src/web/components/password-input.ts'
import { radios } from '../../src/web/components/radios.ts'
import { select } from '../../src/web/components/select.ts'
import { content, matchesFixtures, type Given } from './components-fixtures.ts'

const common = (given: Given) => ({
  name: given.name,
  id: given.id,
  label: content(given.label),
  isPageHeading: given.label?.isPageHeading,
  labelSize: size(given.label?.classes),
  hint: content(given.hint),
  error: content(given.errorMessage),
  describedBy: given.describedBy,
  groupClasses: given.formGroup?.classes,
})
/** Size classes are an option of ours; everything else in `classes` goes through. */
const size = (names: string | undefined) => (/--(s|m|l)$/.exec(names ?? '')?.[1] ?? undefined) as 's' | 'm' | 'l' | undefined
const otherClasses = (names: string | undefined) => (size(names) === undefined ? names : undefined)

matchesFixtures('label', (given) => label({
  text: content(given), for: given.for, isPageHeading: given.isPageHeading, attributes: given.attributes,
  size: size(given.classes), classes: otherClasses(given.classes),
}), { 'a label always has text': ['empty'] })

matchesFixtures('hint', (given) => hint({ ...given, text: content(given) }), {})

matchesFixtures('error-message', (given) => errorMessage({
  ...given, text: content(given), prefix: given.visuallyHiddenText === false ? '' : given.visuallyHiddenText,
}), {})

matchesFixtures('fieldset', (given) => fieldset({
  legend: content(given.legend), isPageHeading: given.legend?.isPageHeading, legendSize: size(given.legend?.classes),
  body: content({ html: given.html }), describedBy: given.describedBy, role: given.role, classes: given.classes, attributes: given.attributes,
}), { 'legends have a size of s, m or l and no other classes': ['legend classes', 'styled as xl text', 'as page heading xl'] })

const width = (names: string | undefined) => Number(/--width-(\d+)/.exec(names ?? '')?.[1] ?? 0) as NonNullable<InputOptions['width']>

matchesFixtures('input', (given) => input({
  ...common(given), value: given.value, type: given.type, inputmode: given.inputmode, autocomplete: given.autocomplete ?? null,
  spellcheck: given.spellcheck, autocapitalize: given.autocapitalize, pattern: given.pattern, disabled: given.disabled,
  prefix: content(given.prefix), suffix: content(given.suffix), attributes: given.attributes,
  width: width(given.classes) || undefined, classes: (given.classes ?? '').replace(/govuk-input--width-\d+/, ''),
}), {
  'affixes and their wrapper take no classes or attributes': [
    'with prefix with classes', 'with prefix with attributes', 'with suffix with classes', 'with suffix with attributes',
    'with customised input wrapper',
  ],
})

const english = {
  show: 'Show', hide: 'Hide', showLabel: 'Show password', hideLabel: 'Hide password',
  shown: 'Your password is visible', hidden: 'Your password is hidden',
}

matchesFixtures('password-input', (given) => passwordInput({
  ...common(given), autocomplete: given.autocomplete ?? 'current-password', classes: given.classes, attributes: given.attributes,
  words: {
    show: given.showPasswordText ?? english.show, hide: given.hidePasswordText ?? english.hide,
    showLabel: given.showPasswordAriaLabelText ?? english.showLabel, hideLabel: given.hidePasswordAriaLabelText ?? english.hideLabel,
    shown: given.passwordShownAnnouncementText ?? english.shown, hidden: given.passwordHiddenAnnouncementText ?? english.hidden,
  },
}), { 'a password is never written into a page (PASS-5)': ['value'] },
// Our words are never left out, GOV.UK's English ones may be.
/ data-i18n\.[a-z-]+="(Show|Hide|Show password|Hide password|Your password is [a-z]+)"/g)

matchesFixtures('select', (given) => select({
  ...common(given), value: given.value, items: (given.items ?? []).filter(Boolean), disabled: given.disabled,
  classes: given.classes, attributes: given.attributes,
}), { 'values are strings': ['with falsy values'] })

const parts: readonly DatePart[] = ['day', 'month', 'year']

matchesFixtures('date-input', (given) => dateInput({
  id: given.id, namePrefix: given.namePrefix, legend: content(given.fieldset?.legend),
  hint: content(given.hint), error: content(given.errorMessage), describedBy: given.fieldset?.describedBy,
  groupClasses: given.formGroup?.classes, values: given.values,
  errorIn: parts.some((part) => given[part]?.error) ? parts.filter((part) => given[part]?.error) : undefined,
  words: { day: 'Day', month: 'Month', year: 'Year' },
}), {
  'a date always has a legend': [
    'with values and name prefix', 'with values, name prefix and custom names', 'month and year', 'day and month',
    'day and month (using items)', 'month and year (using items)', 'suffixed id', 'classes', 'attributes', 'with empty items',
    'with id on items', 'with nested name', 'with item value', 'with field value', 'with field value and items',
    'with field value and item value', 'with field value, item value and values', 'with field value overriding values',
    'custom pattern', 'custom inputmode', 'items with classes', 'items without classes', 'with autocomplete values', 'with input attributes',
  ],
  'boxes are day, month, year; no free items, classes or marking without a message': [
    'with translations', 'with errors only', 'with errors only (using classes)', 'with errors only (using items)',
    'with errors only (using items and classes)', 'with error on day input (using items)',
    'with error on month input (using items)', 'with error on year input (using items)', 'with error on single field by omission',
    'with error on single field using classes', 'with error on single item', 'with error on single item by omission',
    'with error on single item using classes',
  ],
})

const choices = (given: Given): Choice[] =>
  (given.items as Given[]).filter(Boolean).map((item) => item.divider !== undefined ? { divider: item.divider } : {
    value: item.value ?? '', text: content(item), hint: content(item.hint), id: item.id, name: item.name, checked: item.checked, disabled: item.disabled,
    conditional: content(item.conditional), attributes: withBehaviour(item),
  })
const withBehaviour = (item: Given): AttributeValues => ({ 'data-behaviour': item.behaviour, ...item.attributes })
const groupOf = (given: Given) => ({
  ...common(given), idPrefix: given.idPrefix, items: choices(given), attributes: given.attributes,
  legend: content(given.fieldset?.legend), isPageHeading: given.fieldset?.legend?.isPageHeading,
  legendSize: size(given.fieldset?.legend?.classes), fieldsetClasses: given.fieldset?.classes, describedBy: given.fieldset?.describedBy,
})

matchesFixtures('radios', (given) => radios({ ...groupOf(given), value: given.value, inline: given.classes?.includes('--inline') }), {
  'several radios always stand under a legend': [
    'without fieldset', 'minimal items and name', 'with falsy items', 'attributes', 'items with attributes', 'with empty conditional',
    'label with classes', 'fieldset params', 'label with attributes', 'item checked overrides value', 'prechecked using value',
    'with error message', 'with error message and idPrefix', 'with idPrefix',
  ],
  'small controls are hard to hit': [
    'small with long text', 'small inline', 'small with a divider',
  ],
})

// Without a legend only single boxes are offered; the macro's other bare lists have the same markup, so they are compared too.
matchesFixtures('checkboxes', (given) => {
  const options = { ...groupOf(given), values: given.values }
  return given.fieldset === undefined ? singleCheckbox({ ...options, describedBy: given.describedBy }) : checkboxes(options)
}, {
  'small controls are hard to hit': [
    'small', 'small with long text', 'small with error', 'small with hint', 'small with conditional reveal', 'small with divider and None',
  ],
  'ids count the items that are there': ['with falsy values'],
  'no further classes on the list or attributes on labels and fieldset': ['fieldset params', 'classes', 'with label classes', 'label with attributes'],
})
