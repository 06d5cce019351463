/** Everything a newcomer does in the demo, from the list of invented people to the way out, with the papers as the only knowledge. */
import assert from 'node:assert/strict'
import { awaitPiece, read, type Hands } from './hands.ts'
import { questionsOn, readPapers, type Papers, type Pieces } from './papers.ts'

export interface Newcomer {
  readonly email: string
  readonly key: string
  /** Which of those who can be asked, from 0. */
  readonly place: number
}

interface Chosen { readonly papers: Papers; readonly givenName: string }

export async function walkAsNewcomer(hands: Hands, newcomer: Newcomer): Promise<void> {
  const { papers, givenName } = await walkToTheMail(hands, newcomer)
  await openTheMail(hands, newcomer.email)
  await makeTheKey(hands, newcomer.key)
  await signInAndOut(hands, papers.number, newcomer.key, givenName)
}

/** Up to the page that asks for the code. */
export async function walkToTheMail(hands: Hands, { place, email }: Newcomer): Promise<Chosen> {
  const chosen = await choosePerson(hands, place)
  await findTheEntry(hands)
  await identify(hands, chosen.papers.number)
  await answer(hands, chosen.papers)
  await fillTheBank(hands, email, `099 123 45${10 + place}`)
  return chosen
}

async function choosePerson(hands: Hands, place: number): Promise<Chosen> {
  await hands.goTo('/demo/personas')
  const people = namesOfAskable(await read(hands))
  const name = people[place] ?? ''
  await hands.follow(name)
  const papers = readPapers(await awaitPiece(hands, 'Papeles de'))
  return { papers, givenName: name.split(' ')[0] ?? '' }
}

/** The list says a name, what is special, and what the person will meet. */
export function namesOfAskable(list: Pieces): readonly string[] {
  return list.flatMap((piece, at) => (piece === 'Puede generar su clave respondiendo preguntas.' ? [list[at - 2] ?? ''] : []))
}

async function findTheEntry(hands: Hands): Promise<void> {
  await hands.goTo('/')
  await hands.unfold('Afiliados')
  await hands.follow('Servicios en línea')
  await awaitPiece(hands, 'Para quienes aportan al seguro')
  await hands.follow('Generar o recuperar clave')
}

async function identify(hands: Hands, number: string): Promise<void> {
  await awaitPiece(hands, 'Paso 1 de 6')
  await hands.type('Número de cédula', number)
  await hands.tick('No soy un robot')
  await hands.press('Buscar')
  let waited = false
  const pressed = async (): Promise<void> => {
    const waiting = (await read(hands)).includes('Espere un momento')
    if (waiting && !hands.waitsByItself) await hands.follow('Continuar')
    waited ||= waiting
  }
  await awaitPiece(hands, 'Prepárese para las preguntas', pressed)
  assert.equal(waited, !hands.solvesRobotCheck, 'who has no scripts waits, who has them does not')
}

async function answer(hands: Hands, papers: Papers): Promise<void> {
  await hands.press('Ver las preguntas')
  const page = await awaitPiece(hands, 'Fecha de nacimiento y preguntas')
  const { day, month, year } = papers.birthDate
  await hands.type('Día', day)
  await hands.type('Mes', month)
  await hands.type('Año', year)
  const questions = questionsOn(page)
  assert.ok(questions.length >= 2, page.join(' | '))
  for (const [at, question] of questions.entries()) {
    const label = `Pregunta ${at + 1} de ${questions.length} ${question.text}`
    if (question.options) await hands.choose(label, papers.answer(question))
    else await hands.type(label, papers.answer(question))
  }
  await hands.press('Enviar mis respuestas')
}

/** A telephone of one's own: the fourth person with the same one is refused (PROOF-12). */
async function fillTheBank(hands: Hands, email: string, phone: string): Promise<void> {
  await awaitPiece(hands, 'Sus datos de contacto')
  await hands.type('Correo electrónico', email)
  await hands.type('Teléfono', phone)
  await hands.press('Continuar')
  await awaitPiece(hands, 'Preguntas personales')
  const answers = ['la señora Ibarra', 'un balde de pintura', 'Cucharita']
  for (const [index, text] of answers.entries()) {
    const at = index + 1
    await hands.select(`Pregunta ${at}`, personalQuestions[index] ?? '', at)
    await hands.type(`Respuesta ${at}`, text)
  }
  await hands.press('Continuar')
  await awaitPiece(hands, 'Elija su figura de seguridad')
  await hands.choose('Su figura', 'Colibrí')
  await hands.press('Elegir esta figura')
  await awaitPiece(hands, 'Encuentre su figura')
  await hands.choose('¿Cuál es la figura correcta?', 'Colibrí')
  await hands.press('Es esta')
}

/** The first three of the list. */
const personalQuestions = [
  '¿Cómo se llamaba la primera persona que le enseñó a leer o un oficio?', '¿Cómo se llamaba su mejor amistad cuando tenía ocho años?',
  '¿Qué comida de su infancia no ha vuelto a probar igual?',
]

async function openTheMail(hands: Hands, email: string): Promise<void> {
  await awaitPiece(hands, 'Código del correo', hands.waitsByItself ? undefined : () => hands.goTo('/clave/correo'))
  await hands.goTo('/demo/correo')
  await awaitPiece(hands, email, () => hands.goTo('/demo/correo'))
  await hands.follow('Confirme su correo')
  await awaitPiece(hands, '/enlace/')
  await hands.follow('/enlace/')
  await awaitPiece(hands, 'Elija el botón para confirmar')
  await hands.press('Clic para continuar')
}

async function makeTheKey(hands: Hands, key: string): Promise<void> {
  await awaitPiece(hands, 'Términos y condiciones')
  await hands.tick('Acepto los términos y condiciones')
  await hands.press('Continuar')
  const page = await awaitPiece(hands, 'Su nueva clave')
  await hands.type('Nueva clave', key)
  if (page.includes('Escriba la clave otra vez')) await hands.type('Escriba la clave otra vez', key)
  await hands.press('Generar la clave')
  const receipt = await awaitPiece(hands, 'Su clave está lista')
  assert.match(receipt.join(' '), /Número de constancia ([0-9A-F]{4} ){3}[0-9A-F]{4}/)
}

async function signInAndOut(hands: Hands, number: string, key: string, givenName: string): Promise<void> {
  await hands.follow('Ingresar')
  await awaitPiece(hands, '¿Todavía no tiene clave?')
  await hands.type('Número de cédula', number)
  await hands.type('Clave', key)
  await hands.press('Ingresar')
  const home = await awaitPiece(hands, `Hola, ${givenName}`)
  assert.ok(home.includes('Actividad de mi clave'))
  await hands.press('Salir')
  await awaitPiece(hands, 'Su sesión está cerrada')
}
