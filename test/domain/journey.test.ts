import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { completeStep, currentStep, guardStep, journey, modeOf, modes, type JourneyFacts, type Milestone, type Mode, type StepName } from '../../src/domain/journey.ts'

const start: JourneyFacts = { identifier: { type: 'cedula', value: '1700000001' }, language: 'es' }
const given: { [M in Milestone]: Required<JourneyFacts>[M] } = {
  checked: true,
  proven: { at: 1, attempt: 1, mode: 'first-key' },
  vouched: { at: 1, by: 'questions' },
  contacts: { email: 'a@example.org', phone: { value: '+593991234567', kind: 'mobile' } },
  answers: [],
  figure: 'sol',
  figureHash: 'x',
  confirmed: { email: 'a@example.org', at: 1 },
  terms: { version: '1', digest: 'd', at: 1 },
  done: { receipt: 'r', at: 1, notices: 1, probationUntil: 2 },
}
const milestones = Object.keys(given) as Milestone[]
const factsOf = (held: readonly Milestone[], mode: Mode = 'first-key'): JourneyFacts =>
  Object.fromEntries([...Object.entries(start), ...held.map((each) => [each, valueOf(each, mode)])]) as unknown as JourneyFacts
const valueOf = (milestone: Milestone, mode: Mode): unknown => (milestone === 'proven' ? { ...given.proven, mode } : given[milestone])

function walked(mode: Mode, before: Partial<JourneyFacts> = {}): readonly StepName[] {
  let facts: JourneyFacts = start
  const steps: StepName[] = []
  for (let turn = 0; turn < 20 && currentStep(facts).name !== 'receipt'; turn += 1) {
    const here = currentStep(facts)
    steps.push(here.name)
    const gives: Milestone = here.name === 'prepare' ? 'proven' : here.gives!
    facts = completeStep(here.name, facts, { [gives]: valueOf(gives, mode), ...(gives === 'proven' ? before : {}) })
  }
  return steps
}

test('P-15: done in order, every step leads to the next and the last to the receipt', () => {
  assert.deepEqual(walked('first-key'), ['identify', 'prepare', 'contacts', 'personal-questions', 'figure', 'figure-again', 'mail', 'terms', 'password'])
})

test('P-15: recovery has the same first steps; the terms only if they changed since they were accepted', () => {
  assert.deepEqual(walked('recovery'), ['identify', 'prepare', 'own-questions', 'mail', 'terms', 'password'])
  assert.deepEqual(walked('recovery', { terms: given.terms }), ['identify', 'prepare', 'own-questions', 'mail', 'password'])
})

const anyMode = fc.constantFrom(...modes)

test('P-15: no set of facts opens a page whose needs are not all met, and the guard never sends in a circle', () => {
  fc.assert(fc.property(fc.subarray(milestones), fc.constantFrom(...journey.map((each) => each.name)), anyMode, (held, name, mode) => {
    const facts = factsOf(held, mode)
    const answer = guardStep(name, facts)
    const step = journey.find((each) => each.name === name)!
    if (answer.go === 'here') assert.ok(step.needs[modeOf(facts)]?.every((need) => held.includes(need)))
    else assert.equal(guardStep(answer.step.name, facts).go, 'here', `${name} → ${answer.step.name}`)
  }), { numRuns: 10_000 })
})

test('before the proof both modes open the same pages: nobody learns which one it will be', () => {
  fc.assert(fc.property(fc.subarray(milestones.filter((each) => each !== 'proven')), fc.constantFrom(...journey.map((each) => each.name)), (held, name) => {
    assert.deepEqual(guardStep(name, factsOf(held, 'recovery')), guardStep(name, factsOf(held, 'first-key')))
  }), { numRuns: 5_000 })
})

test('BANK-3, W-08, peers 9: no new key without a confirmed mail, whatever else is true; questions and password are steps apart', () => {
  fc.assert(fc.property(fc.subarray(milestones.filter((each) => each !== 'confirmed' && each !== 'done')), anyMode, (held, mode) => {
    assert.notEqual(guardStep('password', factsOf(held, mode)).go, 'here')
    assert.notEqual(currentStep(factsOf(held, mode)).name, 'password')
  }), { numRuns: 5_000 })
  const giving = (milestone: Milestone): readonly StepName[] => journey.filter((each) => each.gives === milestone).map((each) => each.name)
  assert.deepEqual([giving('done'), giving('confirmed'), giving('vouched')], [['password'], ['mail'], ['own-questions', 'second-contact']])
})

test('a step of one mode is none of the other', () => {
  const all = milestones.filter((each) => each !== 'done' && each !== 'confirmed' && each !== 'vouched')
  for (const name of ['contacts', 'personal-questions', 'figure', 'figure-again'] as const) assert.equal(guardStep(name, factsOf(all, 'recovery')).go, 'to', name)
  for (const name of ['own-questions', 'second-contact', 'lost-mailbox'] as const) assert.equal(guardStep(name, factsOf(all, 'first-key')).go, 'to', name)
})

test('Back: giving the contacts again asks for the mail again, and choosing a figure again asks to find it again', () => {
  const all = factsOf(milestones.filter((each) => each !== 'done'))
  assert.equal(currentStep(completeStep('contacts', all, { contacts: given.contacts })).name, 'mail')
  assert.equal(currentStep(completeStep('figure', all, { figure: 'luna' })).name, 'figure-again')
})

test('after the key is made nothing but the receipt opens, in both modes', () => {
  for (const mode of modes) {
    for (const { name } of journey.filter((each) => each.closedBy !== null)) {
      const answer = guardStep(name, factsOf(milestones, mode))
      assert.ok(answer.go === 'to' && answer.step.name === 'receipt', name)
    }
  }
})
