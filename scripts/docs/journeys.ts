/** docs/journeys.md: the table of journey 1 and its diagram, from src/domain/journey.ts. The arrows are asked of the code, not drawn by hand. */
import { completeStep, currentStep, guardStep, journey, stepNamed, type JourneyFacts, type Milestone, type Step, type StepName } from '../../src/domain/journey.ts'
import { codes, table } from './table.ts'

const introduction = `# Journeys

Where a person may be is decided by one table, \`src/domain/journey.ts\`; the guard of every request (\`src/web/step-routes.ts\`), the way
onward after a form and this page read it. A step is shown when everything in **Needs** is true and **Closed by** is not yet; otherwise the
person is led to the first step that is not done, with a sentence that says so. **Gives** is what the step makes true. **Undoes** is what
is no longer true when the step is done again, after Back.

## Generar o recuperar clave

What is made of it today is the first key. Who has a key already is told so after the questions; recovery is not there yet.`

const legend = `A solid arrow is the way onward, a dotted one where doing a step again leads when everything behind it was done. The first page is
always open: it begins another journey. A deck that was not answered rightly leads back to \`preparar\`.`

export function journeysPage(): string {
  const rows = journey.map((step) => [
    `\`${step.name}\``, `\`${step.path}\``, String(step.stage), codes(step.needs), codes(step.gives === null ? [] : [step.gives]), codes(step.undoes),
    codes(step.closedBy === null ? [] : [step.closedBy]),
  ])
  const steps = table(['Step', 'Page', 'Stage of 6', 'Needs', 'Gives', 'Undoes', 'Closed by'], rows)
  return `${[introduction, steps, diagram(), legend].join('\n\n')}\n`
}

function diagram(): string {
  const nodes = journey.map(({ name, path }) => `  ${id(name)}["${path}"]`)
  const arrows = ways().map(({ from, to, again }) => `  ${id(from)} ${again ? '-.->' : '-->'} ${id(to)}`)
  return ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n')
}

/** Mermaid would read a hyphen beside an arrow as part of it. */
const id = (name: StepName): string => name.replaceAll('-', '_')

interface Way { readonly from: StepName; readonly to: StepName; readonly again: boolean }

/** Each step is done with what it needs, and then once more with everything behind it done too. */
export function ways(): readonly Way[] {
  const beginnings: readonly Way[] = [{ from: 'identify', to: currentStep(factsWith(['checked'])).name, again: false }, { from: 'identify', to: 'wait', again: false }]
  const onward = journey.slice(1).flatMap((step) => next(step))
  return [...beginnings, ...onward, ...journey.flatMap((step) => backward(step))]
}

function next(step: Step): readonly Way[] {
  if (step.name === 'receipt') return []
  const given = step.name === 'wait' ? 'checked' : step.gives
  // Showing the deck claims an attempt and makes nothing true yet.
  const to = given === null ? stepNamed('questions') : currentStep(done(step, factsWith([...step.needs, given])))
  return [{ from: step.name, to: to.name, again: false }]
}

function backward(step: Step): readonly Way[] {
  const everything = factsWith(journey.flatMap(({ gives }) => (gives === null || gives === 'done' ? [] : [gives])))
  if (step.undoes.length === 0 || guardStep(step.name, everything).go !== 'here') return []
  return [{ from: step.name, to: currentStep(done(step, everything)).name, again: true }]
}

const done = (step: Step, facts: JourneyFacts): JourneyFacts => completeStep(step.name, facts, {})

/** What the values are does not matter to the table. */
function factsWith(milestones: readonly Milestone[]): JourneyFacts {
  return Object.fromEntries(milestones.map((milestone) => [milestone, true])) as unknown as JourneyFacts
}
