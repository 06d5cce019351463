import { backLink } from '../../src/web/components/back-link.ts'
import { button } from '../../src/web/components/button.ts'
import { details } from '../../src/web/components/details.ts'
import { errorSummary } from '../../src/web/components/error-summary.ts'
import { insetText } from '../../src/web/components/inset-text.ts'
import { languageNavigation } from '../../src/web/components/language-navigation.ts'
import { notificationBanner } from '../../src/web/components/notification-banner.ts'
import { panel } from '../../src/web/components/panel.ts'
import { phaseBanner } from '../../src/web/components/phase-banner.ts'
import { serviceNavigation } from '../../src/web/components/service-navigation.ts'
import { skipLink } from '../../src/web/components/skip-link.ts'
import { summaryList } from '../../src/web/components/summary-list.ts'
import { table, type TableCell } from '../../src/web/components/table.ts'
import { tag } from '../../src/web/components/tag.ts'
import { warningText } from '../../src/web/components/warning-text.ts'
import { content, matchesFixtures, type Given } from './components-fixtures.ts'

const withContent = (given: Given) => ({ ...given, text: content(given) })

matchesFixtures('button', (given) => {
  const kind = given.isStartButton === true ? 'start' : /--(secondary|warning|inverse)/.exec(given.classes ?? '')?.[1]
  return button({ ...withContent(given), kind: kind as 'start' | undefined, classes: (given.classes ?? '').replace(`govuk-button--${kind}`, '') })
}, { 'text of a start button is text': ['start link with html'] })

matchesFixtures('error-summary', (given) => errorSummary({
  title: content({ text: given.titleText, html: given.titleHtml }), errors: (given.errorList as Given[] | undefined)?.map((item) => ({ ...item, text: content(item) })),
  description: content({ text: given.descriptionText, html: given.descriptionHtml }), classes: given.classes, attributes: given.attributes,
  takesFocus: false, // compared without; the focus itself is tested in a browser
}), { 'focus is by the autofocus attribute': ['autofocus disabled', 'autofocus explicitly enabled'] })

matchesFixtures('panel', (given) => panel({
  title: content({ text: given.titleText, html: given.titleHtml }), body: content(given), headingLevel: given.headingLevel,
  classes: given.classes, attributes: given.attributes,
}), {
  'only the confirmation is offered': [
    'interruption', 'interruption-with-content-with-long-line-length', 'interruption-with-headings-content-and-lists',
    'interruption with custom classes', 'interruption, with actions classes and attributes', 'interruption, submit action',
    'interruption, button link', 'interruption, no actions', 'interruption, no actions items',
  ],
})

matchesFixtures('notification-banner', (given) => notificationBanner({
  title: content({ text: given.titleText ?? (given.type === 'success' ? 'Success' : 'Important'), html: given.titleHtml }),
  text: given.text, body: given.html === undefined ? undefined : content(given), success: given.type === 'success', role: given.role,
  titleId: given.titleId, headingLevel: given.titleHeadingLevel, classes: given.classes, attributes: given.attributes,
}), {
  'no script moves the focus': ['auto-focus disabled, with type as success', 'auto-focus explicitly enabled, with type as success'],
})

matchesFixtures('inset-text', (given) => insetText(withContent(given)), {})
matchesFixtures('details', (given) => details({
  ...given, summary: content({ text: given.summaryText, html: given.summaryHtml }), body: content(given),
}), {})
matchesFixtures('warning-text', (given) => warningText({ ...withContent(given), iconText: given.iconFallbackText ?? 'Warning' }), {})

matchesFixtures('summary-list', (given) => summaryList({
  rows: (given.rows as Given[]).map((row) => !row ? null : {
    key: content(row.key), value: content(row.value), classes: row.classes,
    actions: (row.actions?.items as Given[] | undefined)?.map((action) => ({
      ...action, href: action.href, text: content(action), hiddenText: action.visuallyHiddenText,
    })),
  }),
  classes: given.classes, attributes: given.attributes,
}), {
  'no cards': [
    'as a summary card with a text header', 'as a summary card with a html header', 'as a summary card with actions',
    'as a summary card with actions plus summary list actions', 'as a summary card extreme', 'summary card with custom classes',
    'summary card with custom attributes', 'summary card with only 1 action', 'as a summary card with a custom header level', 'translated',
  ],
  'keys, values and action lists take no classes': ['key with classes', 'actions with classes', 'overridden-widths'],
})

const cell = (given: Given): TableCell => ({ ...given, text: content(given) })
matchesFixtures('table', (given) => table({
  caption: given.caption, captionClasses: given.captionClasses, head: (given.head as Given[] | undefined)?.map(cell),
  rows: (given.rows as Given[]).map((row) => row && (row as unknown as Given[]).map(cell)),
  firstCellIsHeader: given.firstCellIsHeader, classes: given.classes, attributes: given.attributes,
}), {})

matchesFixtures('tag', (given) => tag({ ...withContent(given) }), {})
matchesFixtures('back-link', (given) => backLink({
  href: given.href ?? '#', text: content(given) ?? 'Back', classes: given.classes, attributes: given.attributes,
}), {})
matchesFixtures('phase-banner', (given) => phaseBanner({
  tag: content(given.tag), text: content(given), tagClasses: given.tag?.classes, classes: given.classes, attributes: given.attributes,
}), {})
matchesFixtures('skip-link', (given) => skipLink({ ...withContent(given), href: given.href ?? '#content' }), {})

matchesFixtures('service-navigation', (given) => serviceNavigation({
  serviceName: given.serviceName, serviceUrl: given.serviceUrl, label: given.ariaLabel ?? 'Service information',
  navigationLabel: given.navigationLabel ?? given.menuButtonText ?? 'Menu', navigationId: given.navigationId,
  navigationClasses: given.navigationClasses, classes: given.classes, attributes: given.attributes,
  items: (given.navigation as Given[] | undefined)?.filter(Boolean).map((item) => ({ ...item, text: content(item) })),
}), {
  'no slots': [
    'with language navigation', 'with right-aligned language navigation', 'inverse with language navigation', 'with slotted content',
    'with `inline` end slot',
  ],
// The menu wraps on small screens; the button that would fold it works only with scripts.
}, / *<button [^\n]*service-navigation-toggle[^\n]*\n[^\n]*\n/g)

matchesFixtures('language-navigation', (given) => languageNavigation({
  label: given.ariaLabel ?? 'Language', classes: given.classes, attributes: given.attributes,
  items: (given.items as Given[]).map((item) => ({ ...item, text: content(item), description: item.languageDescriptionText })),
}), {})
