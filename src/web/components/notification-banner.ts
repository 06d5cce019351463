import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type NotificationBannerOptions = {
  title: Content
  /** A single sentence, shown large. */
  text?: Content
  /** Anything longer, instead of `text`. */
  body?: Content
  /** Success is read aloud at once; anything else is a landmark that waits. */
  success?: boolean | undefined
  role?: 'alert' | 'region' | undefined
  titleId?: string | undefined
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function notificationBanner(options: NotificationBannerOptions): Html {
  const id = options.titleId ?? 'govuk-notification-banner-title'
  const level = options.headingLevel ?? 2
  const own = attributes({
    class: classes('govuk-notification-banner', options.success && 'govuk-notification-banner--success', options.classes),
    role: options.role ?? (options.success ? 'alert' : 'region'),
    'aria-labelledby': id,
    'data-module': 'govuk-notification-banner',
    ...options.attributes,
  })
  const content = options.body ?? html`<p class="govuk-notification-banner__heading">${options.text}</p>`
  return html`<div${own}>
<div class="govuk-notification-banner__header"><h${level} class="govuk-notification-banner__title" id="${id}">${options.title}</h${level}></div>
<div class="govuk-notification-banner__content">${content}</div></div>`
}
