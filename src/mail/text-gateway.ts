/**
 * Hands texts to an operator's gateway by the SMS interface that the GSMA calls OneAPI and the OMA "RESTful Network API for Messaging":
 * one POST for each text, as JSON (docs/decisions/070-text-messages.md). Says in one word what became of it. Held by
 * test/mail/text-gateway.test.ts.
 */
import { second, type Duration } from '../domain/types.ts'
import type { Handover, Post } from './smtp.ts'
import type { TextMessage } from './text-words.ts'

export interface TextGatewaySettings {
  /** Up to the version of the interface, such as https://gateway.example.org/smsmessaging/v1, without a slash at the end. */
  readonly url: string
  /** What the header Authorization says. */
  readonly authorization: string
  /** The number or short code that texts come from. */
  readonly sender: string
  /** What telephones show in place of the number, where the operator allows that. */
  readonly senderName?: string | undefined
  /** For one text from connecting to the last word of the answer's head; must stay below the courier's lease. */
  readonly deadline?: Duration
}

const defaultDeadline: Duration = 20 * second

export function openTextGateway({ url, authorization, sender, senderName, deadline = defaultDeadline }: TextGatewaySettings): Post<TextMessage> {
  const senderAddress = `tel:${sender}`
  const address = `${url}/outbound/${encodeURIComponent(senderAddress)}/requests`
  return {
    async send({ to, text }, reference) {
      const outboundSMSMessageRequest = {
        address: [`tel:${to}`], senderAddress, outboundSMSTextMessage: { message: text },
        // The same for every try at one text: the interface asks a gateway to send what it took under a correlator only once.
        clientCorrelator: reference,
        ...(senderName === undefined ? {} : { senderName }),
      }
      try {
        const answer = await fetch(address, {
          method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(deadline),
          headers: { authorization, 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ outboundSMSMessageRequest }),
        })
        // Never read: it may repeat the number (ID-3).
        await answer.body?.cancel().catch(() => undefined)
        return readAnswer(answer.status, readRetryAfter(answer.headers.get('retry-after')))
      } catch (error) {
        return readFailure(error as Error)
      }
    },
    close: () => undefined,
  }
}

/** Wrong credentials, a wrong address or a moved one: the operator has something to mend, and no notice may be thrown away for that. */
const toMend: ReadonlySet<number> = new Set([401, 404, 405, 407])

function readAnswer(status: number, after: Duration | null): Handover {
  const code = String(status)
  const rest = after === null ? {} : { after }
  if (status >= 200 && status < 300) return { is: 'accepted' }
  if (status < 400 || toMend.has(status)) return { is: 'failed', code, maybeTaken: false, ...rest }
  if (status === 429 || status === 503) return { is: 'failed', code, maybeTaken: false, ...rest }
  if (status >= 500) return { is: 'failed', code, maybeTaken: true, ...rest }
  // 403 says "not allowed" of a number or of us, and does not tell which; 408 and 425 ask for another try.
  if (status === 403 || status === 408 || status === 425) return { is: 'postponed', code }
  return { is: 'refused', code }
}

/** RFC 9110, 10.2.3: seconds, or a date. null: it does not say, or nothing that can be read. */
export function readRetryAfter(value: string | null, now: number = Date.now()): Duration | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * second
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

/** Signs of failures that come before the gateway can have had the text. */
const beforeAnyText = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|.*CERT.*|UNABLE_TO_.*)$/

function readFailure(error: Error): Handover {
  const cause = error.cause as { code?: unknown } | undefined
  const code = typeof cause?.code === 'string' ? cause.code : error.name
  return { is: 'failed', code, maybeTaken: !beforeAnyText.test(code) }
}
