/**
 * The catalogue of refusals: every way in which the program says no, with the rule behind it, what it costs and what the person is told.
 * Codes are stable: they stand in events, tests and questions to the help desk. docs/refusals.md is generated from here (npm run docs).
 * It stands beside main.ts because it looks at the unions of every layer: a code that one of them gains and that is missing here does
 * not compile. The words on the screen are in src/web/texts. Held by test/refusals.test.ts.
 */
import type { AccountRegistered } from './app/bank-account.ts'
import type { AnswersKept, FigureFound } from './app/personal-bank.ts'
import type { CertificateChecked, CertificateIssued } from './app/certificate.ts'
import type { Changed, ChangeAsked } from './app/change-contact.ts'
import type { KeyChanged } from './app/change-key.ts'
import type { ReceiptChecked } from './app/check-receipt.ts'
import type { Confirmed, LinkOpened, MailAsked } from './app/confirm-address.ts'
import type { ConfirmationAsked, KeyConfirmed } from './app/confirm-key.ts'
import type { Identified } from './app/identify.ts'
import type { Issued } from './app/issue-key.ts'
import type { LoggedIn } from './app/log-in.ts'
import type { BankStanding, BankVerdict } from './app/own-questions.ts'
import type { BankReplaced } from './app/replace-bank.ts'
import type { Outlook, Verdict } from './app/proofing.ts'
import type { Repudiated } from './app/repudiate.ts'
import type { AskedAgain, UnlockBegun, Unlocked, UnlockLinkOpened } from './app/unlock.ts'
import type { LoginStanding } from './domain/attempts.ts'
import type { AnswerRefusal } from './domain/bank.ts'
import type { AccountProblem } from './domain/bank-account.ts'
import type { Access } from './domain/service-access.ts'
import type { IdentifierProblem } from './domain/identifier.ts'
import type { LinkState } from './domain/link.ts'
import type { PasswordRefusal } from './domain/password.ts'
import type { AddressProblem } from './mail/address.ts'
import type { FormatFault } from './questions/format.ts'
import type { RobotVerdict } from './security/robot-check.ts'
import type { BirthDateProblem } from './web/journeys/first-key/birth-date.ts'
import type { PhoneProblem } from './web/phone.ts'
import type { FaultName } from './web/texts/fault-words.ts'

/** What is gone afterwards. */
export type Cost = 'nothing' | 'an attempt at proofing' | 'a try at the key' | 'a try at the code'

export interface Refusal {
  readonly means: string
  /** Ids of docs/rules.md. */
  readonly rules: readonly string[]
  readonly costs: Cost
  /** What the person is told to do, not in these words. */
  readonly told: string
}

export interface RefusalGroup {
  /** Comes before each code: `password.too-short`. */
  readonly prefix: string
  readonly about: string
  /** The file of the union. */
  readonly source: string
  readonly codes: Readonly<Record<string, Refusal>>
}

const no = (means: string, rules: string, costs: Cost, told: string): Refusal => ({ means, rules: rules.split(' '), costs, told })
const free = (means: string, rules: string, told: string): Refusal => no(means, rules, 'nothing', told)

/** A code of the union that is missing, or one that it does not have, does not compile. */
export function group<Code extends string>(prefix: string, source: string, about: string, codes: Readonly<Record<Code, Refusal>>): RefusalGroup {
  return { prefix, source, about, codes }
}

type Failed<T extends { readonly ok: boolean }> = Extract<T, { readonly ok: false }>
const retype = 'to look at the number again; what was typed stays in the field'

const identifier = group<IdentifierProblem>('identifier', 'src/domain/identifier.ts', 'What was typed as a number cannot be one. The register was not asked.', {
  empty: free('Nothing was typed.', 'ID-1', 'to type the number'),
  'not-an-identifier': free('It has other signs than digits and is no code of a foreigner.', 'ID-1', retype),
  'wrong-length': free('It has not ten digits.', 'ID-1', retype),
  'unknown-province': free('It begins with no province: neither 01 to 24 nor 30.', 'ID-1', retype),
  'wrong-check-digit': free('The tenth digit does not fit the first nine.', 'ID-1', retype),
})

const robot = group<Failed<RobotVerdict>['reason']>('robot', 'src/security/robot-check.ts', 'The solution of the robot check is not taken. The way that waits is open all the same.', {
  malformed: free('There is none, or it cannot be read.', 'PROOF-1', 'to wait a few seconds instead'),
  forged: free('Its challenge was not made here.', 'PROOF-1', 'to wait a few seconds instead'),
  expired: free('Its challenge is too old.', 'PROOF-1', 'to wait a few seconds instead'),
  unsolved: free('It does not solve the challenge.', 'PROOF-1', 'to wait a few seconds instead'),
})

const identify = group<Exclude<Identified['is'], 'started'>>('identify', 'src/app/identify.ts', 'The journey does not go on at once.', {
  waiting: free('The browser brought no solution: a ticket ripens.', 'PROOF-1', 'to wait; the page goes on by itself'),
  'too-many': free('The network holds as many tickets as it may.', 'PROOF-1', 'to come back later, or to use a browser with scripts'),
})

const proofing = group<Exclude<Outlook['is'], 'open' | 'free'>>('proofing', 'src/app/proofing.ts', 'No deck of questions is shown. Unknown numbers are answered alike.', {
  'not-askable': free('The record is too thin for questions that are safe.', 'PROOF-6', 'the other ways: a contact registered earlier, or an office'),
  'closed-today': free('The attempts of this day are used up.', 'PROOF-2', 'to come back after midnight, or the other ways'),
  diverted: free('More proofings fail all over the country than honest people cause: the breaker stands.', 'PROOF-11', 'a code to a contact registered earlier, with which the questions open, an office, or later'),
  closed: free('The attempts in all are used up.', 'PROOF-2 PROOF-9', 'the other ways: a contact registered earlier, or an office'),
})

const verdict = group<Exclude<Verdict['is'], 'passed'>>('verdict', 'src/app/proofing.ts', 'The deck did not open the way. The attempt was claimed when the deck was shown; no refusal here takes another.', {
  failed: no('Birth date or some answer was not right, or the register or the key does not allow it.', 'PROOF-3', 'an attempt at proofing', 'how many attempts are left, and which papers help; never what was wrong'),
  diverted: free('The breaker tripped while the deck was on the table: nothing was compared, and the deck stays.', 'PROOF-11', 'that nothing was looked at, and the ways of proofing.diverted'),
  stale: free('The deck was answered in another tab, or is not the one on the table.', 'PROOF-1', 'how things stand now'),
})

const answer = group<FormatFault>('answer', 'src/questions/format.ts', 'What was typed cannot be an answer at all, by its form alone.', {
  empty: free('Nothing was typed or chosen.', 'PROOF-1', 'to answer every question'),
  'too-long': free('It is longer than any answer.', 'PROOF-1', 'to shorten it'),
  'not-an-amount': free('It is no amount of money.', 'PROOF-1', 'how to write an amount'),
  'without-cents': free('The cents are missing; a guess at whole dollars would cover two hundred amounts.', 'PROOF-8', 'to write the cents as they stand on the paper'),
  'not-a-month': free('It is no month with its year.', 'PROOF-1', 'how to write month and year'),
  'not-a-number': free('It is no whole number.', 'PROOF-1', 'to type digits'),
  'not-a-name': free('It has no letters.', 'PROOF-1', 'to type the name as it stands on the paper'),
  'not-an-option': free('It is none of the options shown.', 'PROOF-1', 'to choose one of them'),
})

const birthDate = group<BirthDateProblem>('birth-date', 'src/web/journeys/first-key/birth-date.ts', 'What was typed cannot be the birth date of somebody alive.', {
  empty: free('Nothing was typed.', 'PROOF-1', 'to type day, month and year'),
  incomplete: free('Day, month or year is missing or is no number.', 'PROOF-1', 'to type all three in digits'),
  'short-year': free('The year has not four digits.', 'PROOF-1', 'to type the year with four digits'),
  'no-such-day': free('The calendar has no such day.', 'PROOF-1', 'to look at the date again'),
  'not-past': free('The day is not over yet.', 'PROOF-1', 'to look at the date again'),
  'too-old': free('Nobody alive was born then.', 'PROOF-1', 'to look at the year again'),
})

const address = group<AddressProblem>('address', 'src/mail/address.ts', 'What was typed cannot be a mail address that we write to.', {
  empty: free('Nothing was typed.', 'BANK-1', 'to type an address'),
  'too-long': free('It is longer than an address can be.', 'BANK-1', 'to look at it again'),
  'no-at': free('It has no @.', 'BANK-1', 'to look at it again'),
  'before-at': free('What stands before the @ has signs or a length we do not take.', 'BANK-1', 'to look at it again'),
  domain: free('What stands behind the @ is no name of a host.', 'BANK-1', 'to look at it again'),
})

const phone = group<PhoneProblem>('phone', 'src/web/phone.ts', 'What was typed cannot be the telephone of a person.', {
  empty: free('Nothing was typed.', 'BANK-1', 'to type a number'),
  'not-a-number': free('It has letters or signs that no telephone has.', 'BANK-1', 'to type digits'),
  'too-short': free('Digits are missing.', 'BANK-1', 'how a number is written'),
  'no-area-code': free('A landline without the code of its province.', 'BANK-1', 'to add the code'),
  'too-long': free('It has digits too many.', 'BANK-1', 'how a number is written'),
  unknown: free('No such number is given out in that country.', 'BANK-1', 'to look at it again; abroad with + and the country'),
  'not-personal': free('A free, premium or service line.', 'BANK-1', 'to give a telephone of their own'),
  extension: free('It has an extension.', 'BANK-1', 'to give a number without one'),
})

const personal = group<AnswerRefusal | Exclude<AnswersKept['is'], 'kept' | 'refused'>>('personal-answer', 'src/domain/bank.ts', 'An answer to a personal question is not taken.', {
  'unknown-question': free('The question is not on the list.', 'BANK-1', 'to choose one of the list'),
  'repeated-question': free('The question was chosen twice.', 'BANK-1', 'to choose another'),
  'too-short': free('It has fewer letters than an answer needs.', 'BANK-1', 'to give a longer answer'),
  'too-long': free('It has more than a hundred signs.', 'BANK-1', 'to give a shorter answer'),
  'one-letter': free('It is one letter again and again.', 'BANK-1', 'to give a real answer'),
  'repeated-answer': free('Another question has the same answer.', 'BANK-1', 'to give another answer'),
  common: free('Too many people would answer that.', 'BANK-1', 'to choose another question or a longer answer'),
  busy: free('The queue of slow hashes is full.', 'LOGIN-6', 'to try again in a moment'),
})

const figure = group<Exclude<FigureFound, 'found'>>('figure', 'src/app/personal-bank.ts', 'The figure was not found again.', {
  another: free('It is not the figure chosen before.', 'BANK-1', 'to look again, or to choose anew'),
  busy: free('The queue of slow hashes is full.', 'LOGIN-6', 'to try again in a moment'),
})

const ownQuestions = group<Exclude<BankVerdict, 'right'> | Exclude<BankStanding['is'], 'open' | 'free' | 'stale'>>('own-questions', 'src/app/own-questions.ts', 'Personal questions and figure did not open the way, or are not shown. They are asked only of who has proven who they are.', {
  wrong: no('An answer or the figure was not right; there is one verdict for all three.', 'BANK-3', 'an attempt at proofing', 'how many attempts are left, and the way by the second contact; never what was wrong'),
  stale: free('The round was answered in another tab, or the key was made anew meanwhile.', 'BANK-3', 'how things stand now'),
  busy: free('The queue of slow hashes is full. The round stays open.', 'LOGIN-6', 'to try again in a moment'),
  'closed-today': free('The attempts of this day are used up.', 'PROOF-2 BANK-3', 'to come back after midnight, the second contact, or an office'),
  closed: free('The attempts in all are used up.', 'PROOF-2 BANK-3', 'the second contact, or an office'),
})

const mail = group<Exclude<MailAsked['is'], 'queued'>>('mail', 'src/app/confirm-address.ts', 'No further mail is sent.', {
  'too-many-for-person': free('This person caused as many mails as an hour allows.', 'LINK-4', 'to look among unwanted mail, and to come back later'),
  'no-address': free('There is no such verified address on file.', 'BANK-3', 'which ways are left: an office'),
  'too-many-for-address': free('This address got as many mails as a day allows.', 'LINK-4', 'to look among unwanted mail, or to give another address'),
})

const link = group<Exclude<LinkState['is'], 'good'>>('link', 'src/domain/link.ts', 'A link, or the code beside it, is not good now.', {
  'on-its-way': free('The mail was not handed over yet.', 'LINK-6', 'to wait a moment'),
  used: free('It was used before.', 'LINK-3', 'how things stand now'),
  superseded: free('A newer mail took its place.', 'LINK-3', 'to use the newest mail'),
  expired: free('Its time is over.', 'LINK-1', 'to ask for another mail; nothing is answered again'),
  'tries-used-up': free('The tries at the code are used up, and the link with them.', 'LINK-3', 'to ask for another mail'),
  undeliverable: free('The mail could not be delivered and was given up.', 'LINK-6', 'to look at the address again'),
})

type Unconfirmed = Exclude<Confirmed['is'], 'confirmed' | 'not-good'> | Exclude<LinkOpened['is'], 'here'>

const confirm = group<Unconfirmed>('confirm', 'src/app/confirm-address.ts', 'The address is not confirmed.', {
  'wrong-code': no('The code is not the one of the newest mail.', 'LINK-3', 'a try at the code', 'how many tries are left'),
  'not-usable': free('The address or the telephone serves as many people as it may; the page does not say so.', 'PROOF-12', 'to give others, or an office'),
  unknown: free('There is no such link, or this browser did not ask for it.', 'LINK-2', 'to go on in the browser in which they began'),
  elsewhere: free('The link was opened in another browser than the one that began.', 'LINK-2', 'the code, to type in the first browser'),
})

const password = group<PasswordRefusal['why']>('password', 'src/domain/password.ts', 'The password is not taken; the reason is said.', {
  'too-short': free('It has fewer characters than the policy asks.', 'PASS-1', 'how many it needs; a phrase is offered'),
  'too-long': free('It has more characters than the policy allows, or more than 1,024 bytes.', 'PASS-1', 'how many it may have'),
  common: free('It is on the list of common or breached passwords, as it is or thinly changed.', 'PASS-2', 'to choose another; a phrase is offered'),
  'too-simple': free('It is made of very few signs, of a run or of one piece repeated.', 'PASS-2', 'to choose another; a phrase is offered'),
  'own-data': free('It is mostly a name, number, date or contact of the person.', 'PASS-2', 'to choose another; a phrase is offered'),
  popular: free('As many people have it as may.', 'PASS-4', 'to choose another; a phrase is offered'),
  'institution-word': free('It is mostly a word of the institution.', 'PASS-2', 'to choose another; a phrase is offered'),
})

const issue = group<Exclude<Issued['is'], 'issued' | 'refused'>>('issue', 'src/app/issue-key.ts', 'The key is not made.', {
  busy: free('The queue of slow hashes is full.', 'LOGIN-6', 'to try again in a moment'),
  'not-possible': free('The key was made or recovered in another browser, or the register changed meanwhile.', 'PROOF-7', 'to begin anew or to ask for help'),
})

const login = group<Exclude<LoggedIn['is'], 'in'> | Exclude<LoginStanding['is'], 'free'>>('login', 'src/app/log-in.ts', 'Nobody was signed in. On the screen `blocked` and `disabled` are `wrong`; events tell them apart.', {
  wrong: no('Number or key is not right.', 'LOGIN-1 LOGIN-4', 'a try at the key', 'to try again, and what helps who cannot'),
  wait: free('The wait since the last wrong key is not over. Nothing was compared.', 'LOGIN-3', 'how many seconds to wait'),
  blocked: free('Too many wrong keys in a row. The right one is answered like a wrong one.', 'LOGIN-1 LOGIN-3', 'the same as for `wrong`'),
  disabled: free('Too many wrong keys since the last success.', 'LOGIN-5', 'the same as for `wrong`'),
  busy: free('The queue of slow hashes is full: 503 with Retry-After.', 'LOGIN-6', 'to try again in a moment'),
})

const changeKey = group<Exclude<KeyChanged['is'], 'changed' | 'refused'>>('change-key', 'src/app/change-key.ts', 'The key stays as it was. What is wrong with a new key itself: see `password`.', {
  same: free('The new key is the current one.', 'PASS-2', 'to choose another'),
  wrong: no('The current key is not right.', 'SESSION-1', 'a try at the key', 'how many tries are left before this session ends'),
  ended: free('The session ended: its tries are used up, or another place ended it.', 'SESSION-1', 'to sign in again'),
  busy: free('The queue of slow hashes is full.', 'LOGIN-6', 'to try again in a moment'),
})

const receipt = group<Exclude<ReceiptChecked['is'], 'found'>>('receipt', 'src/app/check-receipt.ts', 'A receipt is not confirmed. Anybody may ask; nothing is told of anybody.', {
  malformed: free('It is not made of sixteen hexadecimal digits.', 'AUDIT-1', 'how a number looks'),
  unknown: free('There is no event with this number.', 'AUDIT-1', 'to look whether it was copied right, and whom to tell if it was'),
  'too-many': free('The network asked as often as the robot check would let it.', 'AUDIT-1', 'to wait a moment'),
})

type NotUnlocked = Exclude<UnlockBegun['is'], 'asked'> | Exclude<AskedAgain['is'], 'asked'> | Exclude<UnlockLinkOpened['is'], 'here'> | Exclude<Unlocked['is'], 'unlocked'>

const unlock = group<NotUnlocked>('unlock', 'src/app/unlock.ts', 'The key is not unblocked. None of it depends on whether the number is known (UNLOCK-2).', {
  waiting: free('The browser brought no solution: a ticket ripens.', 'UNLOCK-2', 'to wait; the page goes on by itself'),
  'too-many': free('The network holds as many tickets as it may.', 'UNLOCK-2', 'to come back later, or to use a browser with scripts'),
  'too-often': free('This browser asked for as many mails as an hour allows.', 'LINK-4', 'when it may ask again; a mail that came is still good'),
  unknown: free('There is no such link.', 'LINK-2', 'to ask for a mail'),
  elsewhere: free('The link was opened in a browser that did not give the number.', 'LINK-2', 'to give the number there, or the code for the browser that did'),
  'wrong-code': no('The code is not the one of the newest mail, there was no mail, or the tries are used up.', 'LINK-3 UNLOCK-2', 'a try at the code', 'how many tries are left'),
  'not-good': free('The link was used, replaced or too old.', 'LINK-1 LINK-3', 'to ask for another mail'),
})

const service = group<Exclude<Access, { readonly is: 'allowed' }>['why']>('service', 'src/domain/service-access.ts', 'A service does not open with this key now; docs/services.md has the classes.', {
  'new-key': free('The key is on probation, and the service changes contacts or moves money.', 'PROOF-10', 'why, when it opens, and how an office opens it earlier'),
  'new-contact': free('A contact was changed lately, and money must not rely on it yet.', 'PROOF-10', 'why, when it opens, and how an office opens it earlier'),
  frozen: free('Somebody said it was not them.', 'NOTICE-1', 'the way to a key of their own'),
})

const account = group<AccountProblem | Exclude<AccountRegistered['is'], 'registered' | 'refused'>>('account', 'src/app/bank-account.ts', 'A bank account is not registered. What the class refuses is in `service`.', {
  empty: free('No number was typed.', 'PROOF-10', 'to type it'),
  'not-digits': free('It has other signs than digits.', 'PROOF-10', 'to look at it again; what was typed stays in the field'),
  'too-short': free('It has fewer digits than numbers of that bank.', 'PROOF-10', 'how many there are at least'),
  'too-long': free('It has more digits than numbers of that bank.', 'PROOF-10', 'how many there are at most'),
  'one-digit': free('It is one digit again and again.', 'PROOF-10', 'to look at it again'),
  same: free('It is the account that is registered.', 'PROOF-10', 'to give another'),
  'key-not-fresh': free('The key was typed too long ago for a service of class money.', 'PROOF-10', 'to type the key again'),
})

const certificate = group<Exclude<CertificateIssued['is'], 'issued' | 'refused'> | Exclude<CertificateChecked['is'], 'true'>>('certificate', 'src/app/certificate.ts', 'A certificate is not made, or not confirmed.', {
  'too-many': free('As many were made in a day as one person may, or the network asked as often as the robot check would let it.', 'ID-3', 'to use an earlier one, or to wait'),
  malformed: free('What was typed cannot be a code.', 'ID-3', 'how a code looks'),
  unknown: free('There is no certificate with this code.', 'ID-3', 'to look again, and not to accept the paper'),
  broken: free('What is kept does not fit its signature.', 'AUDIT-1', 'that it is a fault of ours, and not to take the paper as checked'),
})

const contactChange = group<Exclude<ChangeAsked['is'] | Changed['is'], 'asked' | 'changed'>>('contact-change', 'src/app/change-contact.ts', 'A contact stays as it was.', {
  same: free('It is one of the contacts of the person already.', 'BANK-1', 'to give another'),
  'too-many': free('The person or the address got as many mails as is allowed.', 'LINK-4', 'to come back in an hour'),
  'no-address': free('There is no verified address for the first code.', 'BANK-1', 'an office'),
  closed: free('The key is on probation, or frozen.', 'PROOF-10', 'until when, and the office'),
  'wrong-code': no('A code is not the one that was mailed.', 'LINK-3', 'a try at the code', 'which of the two'),
  'not-good': free('Nothing waits in this session, or a code is not good any more.', 'LINK-3', 'to begin again'),
  'not-usable': free('The new contact serves as many people as it may.', 'PROOF-12', 'to give another, or an office; not why'),
})

const confirmKey = group<Exclude<ConfirmationAsked | KeyConfirmed['is'], 'asked' | 'confirmed'>>('confirm-key', 'src/app/confirm-key.ts', 'A key stays on probation.', {
  'no-address': free('The register knew no verified address before the key, or the key was recovered by it.', 'PROOF-10', 'to wait, or an office'),
  'too-many': free('The person or the address got as many mails as is allowed.', 'LINK-4', 'to come back in an hour'),
  'wrong-code': no('The code is not the one that was mailed.', 'LINK-3', 'a try at the code', 'how many tries are left'),
  'not-good': free('No code waits in this session, it is not good any more, or the key needs none.', 'LINK-3', 'to ask for another'),
})

const newBank = group<Exclude<BankReplaced, 'replaced'>>('new-bank', 'src/app/replace-bank.ts', 'Personal questions and figure stay as they were. What is wrong with an answer: see `personal-answer`.', {
  'another-figure': free('It is not the figure chosen on the page before.', 'BANK-1', 'to look again, or to choose anew'),
  'nothing-kept': free('Nothing waits in this session: it was saved already, or too long ago.', 'BANK-1', 'to begin again'),
  busy: free('The queue of slow hashes is full.', 'LOGIN-6', 'to try again in a moment'),
})

const notMe = group<Exclude<Repudiated['is'], 'frozen'>>('not-me', 'src/app/repudiate.ts', 'The key is not frozen.', {
  'not-good': free('The link is not good now; see `link`.', 'NOTICE-1', 'why, and how else to stop a key'),
  'not-theirs': no('The number typed is not the one the notice was about.', 'NOTICE-1 LINK-3', 'a try at the code', 'how many tries are left'),
})

const page = group<FaultName>('page', 'src/web/texts/fault-words.ts', 'There is no page to answer with.', {
  'not-found': free('There is no such address.', 'ID-3', 'to begin at the home page'),
  'foreign-form': free('The form did not come from a page of ours in this browser, or from an old one.', 'SESSION-1', 'to open the page again'),
  'journey-ended': free('The journey was left alone too long, or this browser has none.', 'PROOF-1', 'to begin again; a deck on the table is still there'),
  busy: free('The queue of slow hashes is full: 503 with Retry-After.', 'LOGIN-6', 'to try again in a moment'),
  'too-large': free('More was sent than any form of ours holds.', 'ID-3', 'to go back'),
  broken: free('A fault of ours. The page shows a reference that the log has too.', 'ID-3', 'to try again, and to name the reference when asking for help'),
})

/** In the order in which a person may meet them. */
export const refusalCatalogue: readonly RefusalGroup[] = [
  identifier, robot, identify, proofing, birthDate, answer, verdict, address, phone, personal, figure, ownQuestions, mail, link, confirm, password, issue, login, unlock, changeKey, contactChange, confirmKey, newBank, receipt, service, account, certificate, notMe, page,
]
