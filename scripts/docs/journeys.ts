/** docs/journeys.md: the tables of the journeys and their diagrams, from src/domain. The arrows are asked of the code, not drawn by hand. */
import {
  completeStep, currentStep, guardStep, journey, modes, stepNamed, type JourneyFacts, type Milestone, type Mode, type Step, type StepName,
} from '../../src/domain/journey.ts'
import { contactSteps } from '../../src/domain/contact-change.ts'
import { unlockJourney, unlockStep } from '../../src/domain/unlock.ts'
import { codes, table } from './table.ts'

const introduction = `# Journeys

Where a person may be in journey 1 is decided by one table, \`src/domain/journey.ts\`; the guard of every request (\`src/web/step-routes.ts\`), the way
onward after a form and this page read it. A step is shown when everything in **Needs** is true and **Closed by** is not yet; otherwise the
person is led to the first step that is not done, with a sentence that says so. **Gives** is what the step makes true. **Undoes** is what
is no longer true when the step is done again, after Back.

## Generar o recuperar clave

One entry and the same first pages for everybody. Which of the two it is turns out when somebody has proven who they are, and from there on
\`proven\` holds the mode: a first key, or the recovery of one. Steps of one mode do not exist in the other.

In recovery \`second-contact\` takes the place of \`own-questions\` for who cannot use questions or figure (BANK-3), and \`lost-mailbox\` says
which ways are left to who cannot open the address on file. \`reopen\` opens a
closed process (PROOF-9). \`terms\` is true from the proof on when the terms are still those accepted with
the key. Nothing leads to a new key past \`mail\`.`

const legend = `A solid arrow is the way onward, a dotted one where doing a step again leads when everything behind it was done. The first page is
always open: it begins another journey. A deck that was not answered rightly leads back to \`preparar\`.`

export function journeysPage(): string {
  const rows = journey.map((step) => [
    `\`${step.name}\``, `\`${step.path}\``, String(step.stage), needs(step), codes(step.gives === null ? [] : [step.gives]), codes(step.undoes),
    codes(step.closedBy === null ? [] : [step.closedBy]),
  ])
  const steps = table(['Step', 'Page', 'Stage of 6', 'Needs (first key; recovery)', 'Gives', 'Undoes', 'Closed by'], rows)
  return `${[introduction, steps, diagram(), legend, ...unlocking(), ...contactChange()].join('\n\n')}\n`
}

/** Once where both modes need the same; "no such step" where a mode does not have it. */
function needs(step: Step): string {
  const each = modes.map((mode) => (step.needs[mode] ? codes(step.needs[mode]) : 'no such step'))
  return each[0] === each[1] ? each[0]! : each.join('; ')
}

function diagram(): string {
  const nodes = journey.map(({ name, path }) => `  ${id(name)}["${path}"]`)
  const arrows = ways().map(({ from, to, again }) => `  ${id(from)} ${again ? '-.->' : '-->'} ${id(to)}`)
  return drawn(nodes, arrows)
}

const drawn = (nodes: readonly string[], arrows: readonly string[]): string => ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n')

/** Mermaid would read a hyphen beside an arrow as part of it. */
const id = (name: string): string => name.replaceAll('-', '_')

interface Way { readonly from: StepName; readonly to: StepName; readonly again: boolean }

/** Each step is done with what it needs, and then once more with everything behind it done too; in each mode that has it. */
export function ways(): readonly Way[] {
  const beginnings: readonly Way[] = [{ from: 'identify', to: currentStep(factsWith('first-key', ['checked'])).name, again: false }, { from: 'identify', to: 'wait', again: false }]
  const both = modes.flatMap((mode) => [...journey.slice(1).flatMap((step) => next(step, mode)), ...journey.flatMap((step) => backward(step, mode))])
  const seen = new Set<string>()
  return [...beginnings, ...both, ...beside].filter((way) => !seen.has(JSON.stringify(way)) && seen.add(JSON.stringify(way)))
}

/** Ways that a person chooses by a link; the table lets them, and nothing makes them take one. */
const beside: readonly Way[] = [{ from: 'prepare', to: 'reopen', again: false }, { from: 'own-questions', to: 'second-contact', again: false }, { from: 'mail', to: 'lost-mailbox', again: false }]

/** Steps that make nothing true lead where their form or link says. */
const afterNothing: Readonly<Partial<Record<StepName, StepName>>> = { prepare: 'questions', reopen: 'prepare', 'lost-mailbox': 'mail' }

function next(step: Step, mode: Mode): readonly Way[] {
  const needed = step.needs[mode]
  if (step.name === 'receipt' || needed === undefined) return []
  const given = step.name === 'wait' ? 'checked' : step.gives
  const to = given === null ? stepNamed(afterNothing[step.name]!) : currentStep(done(step, factsWith(mode, [...needed, given])))
  return [{ from: step.name, to: to.name, again: false }]
}

function backward(step: Step, mode: Mode): readonly Way[] {
  const everything = factsWith(mode, journey.flatMap(({ gives, needs: each }) => (each[mode] === undefined || gives === null || gives === 'done' ? [] : [gives])))
  if (step.undoes.length === 0 || guardStep(step.name, everything).go !== 'here') return []
  return [{ from: step.name, to: currentStep(done(step, everything)).name, again: true }]
}

const done = (step: Step, facts: JourneyFacts): JourneyFacts => completeStep(step.name, facts, {})

/** What the values are does not matter to the table, but for the mode. */
function factsWith(mode: Mode, milestones: readonly Milestone[]): JourneyFacts {
  return Object.fromEntries(milestones.map((milestone) => [milestone, milestone === 'proven' ? { mode } : true])) as unknown as JourneyFacts
}

const unlockIntroduction = `## Desbloquear clave

\`src/domain/unlock.ts\` is its table, \`src/web/journeys/unlock/frame.ts\` the guard. A person is at the last step for which everything in **Needs**
is true. Nothing in it depends on whether the number is known or blocked (UNLOCK-2); the truth is in the mail. \`begin\` is always open. The link of
the mail opens \`/desbloquear/enlace\` in any browser: in one that gave the number it has the button, in any other it shows the code (LINK-2).`

/** With and without the ticket of the way without scripts; \`begin\` may lead to either. */
export function unlockWays(): readonly { readonly from: string; readonly to: string }[] {
  const begun = [{ ticket: true }, { asked: true }].map((facts) => ({ from: 'begin', to: unlockStep(facts).name }))
  const onward = unlockJourney.slice(1).flatMap(({ name, needs, gives }) => {
    const facts = Object.fromEntries([...needs, ...(gives === null ? [] : [gives])].map((milestone) => [milestone, true]))
    return gives === null ? [] : [{ from: name as string, to: unlockStep(facts).name as string }]
  })
  return [...begun, ...onward]
}

function unlocking(): readonly string[] {
  const rows = unlockJourney.map(({ name, path, needs, gives }) => [`\`${name}\``, `\`${path}\``, codes(needs), codes(gives === null ? [] : [gives])])
  const nodes = unlockJourney.map(({ name, path }) => `  ${id(name)}["${path}"]`)
  return [unlockIntroduction, table(['Step', 'Page', 'Needs', 'Gives'], rows), drawn(nodes, unlockWays().map(({ from, to }) => `  ${id(from)} --> ${id(to)}`))]
}

const contactIntroduction = `## Mis datos de contacto

Signed in; \`src/domain/contact-change.ts\` is its table. \`fresh-key\`: the key was typed within the last minutes. \`pending\`: this session asked for a
change that waits for its codes, one from the address on file and one from the new address (M-11). A key on probation sees the pages and changes
nothing (PROOF-10). A dotted arrow is where who lacks something is led.`

function contactChange(): readonly string[] {
  const rows = contactSteps.map(({ name, path, needs, otherwise }) => [`\`${name}\``, `\`${path}\``, codes(needs), `\`${otherwise}\``])
  const nodes = [...contactSteps.map(({ name, path }) => `  ${id(name)}["${path}"]`), '  sign_in["/ingresar"]']
  const arrows = contactSteps.flatMap(({ name, next: onward, otherwise }) => [...onward.map((to) => `  ${id(name)} --> ${id(to)}`), `  ${id(name)} -.-> ${id(otherwise)}`])
  return [contactIntroduction, table(['Step', 'Page', 'Needs', 'Otherwise'], rows), drawn(nodes, arrows)]
}
