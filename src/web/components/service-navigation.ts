import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type NavigationItem = {
  text: Content
  href?: string | undefined
  /** Pages of this part of the site. The item then opens and closes by mouse, touch and keyboard, without scripts, and needs no `href`. */
  pages?: readonly { text: Content; href: string; current?: boolean | undefined }[] | undefined
  /** This very page. */
  current?: boolean | undefined
  /** The part of the site this page belongs to. */
  active?: boolean | undefined
  attributes?: AttributeValues | undefined
}

export type ServiceNavigationOptions = {
  serviceName?: Content
  serviceUrl?: string | undefined
  /** Names the landmark around name and menu. */
  label: string
  navigationLabel: string
  items?: readonly NavigationItem[] | undefined
  navigationId?: string | undefined
  navigationClasses?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** The bar with the name of the service and its menu; the menu wraps instead of hiding behind a button. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const own = attributes({
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  })
  const inner = html`<div class="govuk-width-container"><div class="govuk-service-navigation__container">${name(options)}${navigation(options)}</div></div>`
  if (options.serviceName === undefined) return html`<div${own}>${inner}</div>`
  return html`<section aria-label="${options.label}"${own}>${inner}</section>`
}

function name({ serviceName, serviceUrl }: ServiceNavigationOptions): Content {
  if (serviceName === undefined) return null
  const text =
    serviceUrl === undefined
      ? html`<span class="govuk-service-navigation__text">${serviceName}</span>`
      : html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
  return html`<span class="govuk-service-navigation__service-name">${text}</span>`
}

function navigation(options: ServiceNavigationOptions): Content {
  const items = options.items ?? []
  if (items.length === 0) return null
  const names = classes('govuk-service-navigation__wrapper', options.navigationClasses)
  const id = options.navigationId ?? 'navigation'
  return html`<nav aria-label="${options.navigationLabel}" class="${names}"><ul class="govuk-service-navigation__list" id="${id}">${items.map(item)}</ul></nav>`
}

function item({ text, href, pages, current, active, attributes: extra }: NavigationItem): Html {
  const here = current === true || active === true
  const content = here ? html`<strong class="govuk-service-navigation__active-fallback">${text}</strong>` : text
  const state = attributes({ 'aria-current': here && (current ? 'page' : 'true') })
  const inner = pages
    ? opening(content, pages)
    : href === undefined
      ? html`<span class="govuk-service-navigation__text"${state}>${content}</span>`
      : html`<a class="govuk-service-navigation__link" href="${href}"${state}${attributes(extra ?? {})}>${content}</a>`
  return html`<li class="${classes('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}">${inner}</li>`
}

/** One of them is open at a time, where the browser knows `name` on details. */
function opening(text: Content, pages: NonNullable<NavigationItem['pages']>): Html {
  const links = pages.map(
    (page) => html`<li><a class="govuk-service-navigation__link clave-menu__link" href="${page.href}"${attributes({ 'aria-current': page.current && 'page' })}>${page.text}</a></li>`,
  )
  return html`<details class="clave-menu" name="menu"><summary class="govuk-service-navigation__link">${text}</summary><ul class="clave-menu__pages">${links}</ul></details>`
}
