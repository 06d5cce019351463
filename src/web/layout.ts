/** The shell of every page: language, title, landmarks, header, banners, footer. */
import { allIsWell, type SiteStatus } from '../domain/site-status.ts'
import { backLink } from './components/back-link.ts'
import { footer } from './components/footer.ts'
import { header } from './components/header.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation, type NavigationItem } from './components/service-navigation.ts'
import { sessionWarning, type SessionWarningOptions } from './components/session-warning.ts'
import { skipLink } from './components/skip-link.ts'
import { html, type Content, type Html } from './html.ts'
import { inLanguage, languages, type Language } from './language.ts'
import { layoutWords, type LayoutWords } from './texts/layout-words.ts'

export type ScriptName = 'password.js' | 'robot.js' | 'session-warning.js' | 'submit-once.js'

/** What is the same on every page of one installation. */
export type Site = {
  institution: string
  service: string
  demo: boolean
  /** How people reach the institution, in its own words; pages point to the offices when there is none. */
  contacts?: { help?: string | undefined; privacy?: string | undefined } | undefined
  /** What everybody is told now; nothing when left out. The same object until something changes. */
  status?: (() => SiteStatus) | undefined
  /** Address of a built asset by its plain name. */
  asset: (name: 'clave.css' | 'icon.svg' | 'figures.svg' | ScriptName) => string
}

export type PageOptions = {
  title: string
  /** The page tells of a mistake: its title begins with "Error:" so that it is heard first. */
  error?: boolean | undefined
  language: Language
  /** Where this page can be asked for again with GET, for the language switch; the home page when left out. */
  path?: string | undefined
  /** What was typed into the form this page answers, to be sent to `path` again in the other language. Only where that needs no token. */
  typed?: Readonly<Record<string, string>> | undefined
  body: Content
  /** The previous step, as an address: browsers' Back would show a form that was already sent. */
  back?: string | undefined
  navigation?: readonly NavigationItem[] | undefined
  /** `hidden` holds the hidden fields that the sign-out form needs. */
  signedIn?: { name: string; signOutPath: string; hidden?: Html | undefined } | undefined
  session?: Omit<SessionWarningOptions, 'words'> | undefined
  scripts?: readonly ScriptName[] | undefined
}

const languageNames: Readonly<Record<Language, string>> = { es: 'Español', en: 'English' }

/** The `page` function of one installation. */
export function layoutFor(site: Site): (options: PageOptions) => Html {
  // The parts that never change are written once.
  const parts = (words: LayoutWords) => ({
    words,
    skip: skipLink({ href: '#main-content', text: words.skip }),
    banner: demoBanner(site, words),
    footer: siteFooter(words),
  })
  const fixed = { es: parts(layoutWords.es), en: parts(layoutWords.en) } satisfies Record<Language, unknown>
  return (options) => {
    const { words, skip, banner, footer } = fixed[options.language]
    return html`<!doctype html>
<html lang="${options.language}" class="govuk-template"><head>${head(site, options)}</head>
<body class="govuk-template__body">${skip}
${siteHeader(site, options, words)}${banner}${statusBanner(site, options.language, words)}${menu(options, words)}
<div class="govuk-width-container">${options.back !== undefined && html`<nav aria-label="${words.back}">${backLink({ href: options.back, text: words.back })}</nav>`}
<main class="govuk-main-wrapper" id="main-content" tabindex="-1">${options.body}</main></div>
${footer}${options.session && sessionWarning({ ...options.session, words: words.session })}</body></html>
`
  }
}

function head(site: Site, { title, error, scripts, session }: PageOptions): Html {
  const names = session === undefined ? (scripts ?? []) : [...(scripts ?? []), 'session-warning.js' as const]
  return html`<meta charset="utf-8"><title>${error === true && 'Error: '}${title} – ${site.service} – ${site.institution}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#0f3d4c">
<link rel="icon" href="${site.asset('icon.svg')}" type="image/svg+xml"><link rel="stylesheet" href="${site.asset('clave.css')}">
${[...new Set(names)].map((name) => html`<script type="module" src="${site.asset(name)}"></script>`)}`
}

function siteHeader(site: Site, options: PageOptions, words: LayoutWords): Html {
  const path = options.path ?? '/'
  return header({
    institution: site.institution,
    service: site.service,
    homeHref: '/',
    languageLabel: words.languageLabel,
    languages: languages.map((language) => ({
      text: languageNames[language],
      lang: language,
      ...(language === options.language ? { current: true } : { href: inLanguage(path, language), typed: options.typed }),
    })),
    account: options.signedIn && account(options.signedIn, words),
  })
}

function account({ name, signOutPath, hidden }: NonNullable<PageOptions['signedIn']>, words: LayoutWords): Html {
  return html`<section class="clave-account" aria-label="${words.signedInAs}"><div class="govuk-width-container clave-account__bar"><p class="clave-account__name">${words.signedInAs} <strong>${name}</strong></p>
<form method="post" action="${signOutPath}">${hidden}<button type="submit" class="clave-account__out">${words.signOut}</button></form></div></section>`
}

/** Whoever lands on any page of a demo must see that it is one (product: demo mode). */
function demoBanner(site: Site, { demo }: LayoutWords): Content {
  if (!site.demo) return null
  const text = html`${demo.text} <span class="clave-demo__links"><a class="govuk-link" href="/demo/personas">${demo.people}</a> <a class="govuk-link" href="/demo/correo">${demo.mail}</a> <a class="govuk-link" href="/demo/oficial">${demo.officer}</a></span>`
  return html`<aside class="clave-demo" aria-label="${demo.tag}">${phaseBanner({ tag: demo.tag, text })}</aside>`
}

/** Above everything but the header: whoever came for something else must know it first. */
function statusBanner({ status }: Site, language: Language, { status: words }: LayoutWords): Content {
  const { notice, trouble } = status?.() ?? allIsWell
  const said = [notice?.[language], trouble !== null && words[trouble]].filter((text) => typeof text === 'string')
  if (said.length === 0) return null
  return html`<aside class="clave-status" aria-label="${words.label}"><div class="govuk-width-container">${said.map((text) => html`<p class="clave-status__text"><strong>${words.label}:</strong> ${text}</p>`)}</div></aside>`
}

function menu({ navigation }: PageOptions, words: LayoutWords): Content {
  return navigation && serviceNavigation({ label: words.siteLabel, navigationLabel: words.menuLabel, items: navigation })
}

function siteFooter(words: LayoutWords): Html {
  return footer({
    label: words.footerLabel,
    note: words.footerNote,
    links: [
      { href: '/ayuda', text: words.help },
      { href: '/accesibilidad', text: words.accessibility },
      { href: '/privacidad', text: words.privacy },
      { href: '/software-libre', text: words.openSource },
    ],
  })
}
