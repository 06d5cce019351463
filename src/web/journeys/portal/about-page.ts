/** Help, accessibility, privacy and free software: the four pages of the footer. */
import { html, type Content } from '../../html.ts'
import { aboutWords, type AboutName, type Section } from '../../texts/about-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { mainMenu } from './menu.ts'

const paths: readonly { readonly path: string; readonly name: AboutName }[] = [
  { path: '/ayuda', name: 'help' },
  { path: '/accesibilidad', name: 'accessibility' },
  { path: '/privacidad', name: 'privacy' },
  { path: '/software-libre', name: 'free-software' },
]

export const aboutPages = paths.map(({ path, name }) => ({ path, show: (visit: Visit): Answer => aboutPage(visit, path, name) }))

function aboutPage(visit: Visit, path: string, name: AboutName): Answer {
  const { site, policy } = visit.web
  const { title, lead, sections } = aboutWords[visit.language][name]({ institution: site.institution, policy, ...contactsOf(site.contacts) })
  const body = html`<h1 class="govuk-heading-l">${title}</h1><p class="govuk-body-l">${lead}</p>${sections.map(section)}`
  return { document: visit.page({ title, body, navigation: mainMenu(visit.language, path) }) }
}

function contactsOf(contacts: Visit['web']['site']['contacts']): { help: string | undefined; privacy: string | undefined } {
  return { help: contacts?.help, privacy: contacts?.privacy ?? contacts?.help }
}

function section({ id, title, body, list, link }: Section): Content {
  const heading = id === undefined ? html`<h2 class="govuk-heading-m">${title}</h2>` : html`<h2 class="govuk-heading-m" id="${id}">${title}</h2>`
  return html`${heading}${body?.map((line) => html`<p class="govuk-body">${line}</p>`)}
${list && html`<ul class="govuk-list govuk-list--bullet">${list.map((line) => html`<li>${line}</li>`)}</ul>`}
${link && html`<p class="govuk-body"><a class="govuk-link" href="${link.href}">${link.text}</a></p>`}`
}
