/** What a person does with a browser, whatever browser and hands these are. A field is named by its label, a button and a link by their words. */
import { setTimeout as sleep } from 'node:timers/promises'
import { piecesOf, type Pieces } from './papers.ts'

export interface Hands {
  /** Runs scripts, so the robot check is solved while the person types. */
  readonly solvesRobotCheck: boolean
  /** Follows a page that says where it goes on by itself. */
  readonly waitsByItself: boolean
  /** Types an address of the site. */
  goTo(path: string): Promise<void>
  /** Opens a part of the menu, where it has to be opened. */
  unfold(menu: string): Promise<void>
  follow(link: string): Promise<void>
  press(button: string): Promise<void>
  type(label: string, text: string): Promise<void>
  tick(label: string): Promise<void>
  /** One of the radios under this question. */
  choose(question: string, option: string): Promise<void>
  /** `at`: its place in the list, which begins with an empty entry 0. */
  select(label: string, option: string, at: number): Promise<void>
  /** Everything on the page as text. */
  text(): Promise<string>
}

export const read = async (hands: Hands): Promise<Pieces> => piecesOf(await hands.text())

/** Waits until a page says this; `nudge` is what a person would press meanwhile. */
export async function awaitPiece(hands: Hands, wanted: string, nudge?: () => Promise<void>, patience = 40_000): Promise<Pieces> {
  const began = performance.now()
  for (;;) {
    const pieces = await read(hands)
    if (pieces.some((piece) => piece.includes(wanted))) return pieces
    if (performance.now() - began > patience) throw new Error(`"${wanted}" did not come; the page says: ${pieces.join(' | ').slice(0, 1_500)}`)
    await sleep(400)
    if (nudge && performance.now() - began > 500) await nudge()
  }
}
