/**
 * A mail as its two parts. A message is written once, as blocks; text and HTML are both made from them, so they can not say
 * different things. Nothing in it is fetched from anywhere: no picture, no font, no counting pixel.
 */
import type { Language } from '../app/ports.ts'
// Escaping is one thing in one place: src/web/html.ts knows nothing of the web but markup.
import { html, type Html } from '../web/html.ts'

export interface Letter {
  readonly to: string
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
}

export type Block =
  | { readonly is: 'paragraph'; readonly says: string }
  | { readonly is: 'button'; readonly words: string; readonly address: string }
  | { readonly is: 'code'; readonly digits: string }

export interface Message {
  readonly subject: string
  readonly blocks: readonly Block[]
}

export const paragraph = (says: string): Block => ({ is: 'paragraph', says })
export const button = (words: string, address: string): Block => ({ is: 'button', words, address })
/** In two groups, as people read digits to themselves; spaces are accepted when the code is typed. */
export const code = (digits: string): Block => ({ is: 'code', digits: `${digits.slice(0, 4)} ${digits.slice(4)}` })

export function writeLetter(to: string, language: Language, message: Message): Letter {
  return { to, language, subject: message.subject, text: plainText(message), html: markup(message, language).toString() }
}

function plainText(message: Message): string {
  return `${message.blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.is) {
    case 'paragraph': return block.says
    case 'button': return `${block.words}:\n${block.address}`
    case 'code': return `    ${block.digits}`
  }
}

function markup(message: Message, language: Language): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${message.subject}</title>
<style>
body { max-width: 34em; margin: 0 auto; padding: 16px; font: 17px/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #ffffff; }
.button { display: inline-block; padding: 12px 20px; border-radius: 4px; font-weight: bold; color: #ffffff; background: #1d4f91; }
.code { font-size: 28px; font-weight: bold; letter-spacing: 2px; }
@media (prefers-color-scheme: dark) { body { color: #f0f0f0; background: #1a1a1a; } .button { color: #10233f; background: #a9c8f5; } }
</style>
</head>
<body>
${message.blocks.map(blockMarkup)}</body>
</html>
`
}

function blockMarkup(block: Block): Html {
  switch (block.is) {
    case 'paragraph': return html`<p>${block.says}</p>\n`
    case 'button': return html`<p><a class="button" href="${block.address}">${block.words}</a></p>\n`
    case 'code': return html`<p class="code">${block.digits}</p>\n`
  }
}
