import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { completeStep, currentStep, guardStep, journey, type JourneyFacts, type Milestone, type StepName } from '../../src/domain/journey.ts'

const start: JourneyFacts = { identifier: { type: 'cedula', value: '1700000001' }, language: 'es' }
const given: { [M in Milestone]: Required<JourneyFacts>[M] } = {
  checked: true,
  proven: { at: 1, attempt: 1 },
  contacts: { email: 'a@example.org', phone: { value: '+593991234567', kind: 'mobile' } },
  answers: [],
  figure: 'sol',
  figureHash: 'x',
  confirmed: { email: 'a@example.org', at: 1 },
  terms: { version: '1', digest: 'd', at: 1 },
  done: { receipt: 'r', at: 1, notices: 1, probationUntil: 2 },
}
const milestones = Object.keys(given) as Milestone[]
const factsOf = (held: readonly Milestone[]): JourneyFacts =>
  Object.fromEntries([...Object.entries(start), ...held.map((each) => [each, given[each]])]) as unknown as JourneyFacts

test('P-15: done in order, every step leads to the next and the last to the receipt', () => {
  let facts = start
  const walked: StepName[] = []
  for (let turn = 0; turn < 20 && currentStep(facts).name !== 'receipt'; turn += 1) {
    const here = currentStep(facts)
    walked.push(here.name)
    const gives: Milestone = here.name === 'prepare' ? 'proven' : here.gives!
    facts = completeStep(here.name, facts, { [gives]: given[gives] })
  }
  assert.deepEqual(walked, ['identify', 'prepare', 'contacts', 'personal-questions', 'figure', 'figure-again', 'mail', 'terms', 'password'])
})

test('P-15: no set of facts opens a page whose needs are not all met, and the guard never sends in a circle', () => {
  fc.assert(fc.property(fc.subarray(milestones), fc.constantFrom(...journey.map((each) => each.name)), (held, name) => {
    const facts = factsOf(held)
    const answer = guardStep(name, facts)
    const step = journey.find((each) => each.name === name)!
    if (answer.go === 'here') assert.ok(step.needs.every((need) => held.includes(need)))
    else assert.equal(guardStep(answer.step.name, facts).go, 'here', `${name} → ${answer.step.name}`)
  }), { numRuns: 10_000 })
})

test('Back: giving the contacts again asks for the mail again, and choosing a figure again asks to find it again', () => {
  const all = factsOf(milestones.filter((each) => each !== 'done'))
  assert.equal(currentStep(completeStep('contacts', all, { contacts: given.contacts })).name, 'mail')
  assert.equal(currentStep(completeStep('figure', all, { figure: 'luna' })).name, 'figure-again')
})

test('after the key is made nothing but the receipt opens', () => {
  for (const { name } of journey.filter((each) => each.closedBy !== null)) {
    const answer = guardStep(name, factsOf(milestones))
    assert.ok(answer.go === 'to' && answer.step.name === 'receipt', name)
  }
})
