/** A person with a mouse or a finger in Chromium. */
import type { Locator, Page } from 'playwright-core'
import type { Hands } from './hands.ts'

export interface MouseOptions {
  readonly scripts: boolean
  /** Called on every page a link, a button or an address led to. */
  arrived?(page: Page): Promise<void>
}

export function mouseHands(page: Page, { scripts, arrived }: MouseOptions): Hands {
  const press = async (target: Locator): Promise<void> => {
    await leaving(page, () => target.click())
    await arrived?.(page)
  }
  const labelled = (label: string): Locator => page.getByLabel(startsWith(label)).first()
  return {
    solvesRobotCheck: scripts,
    waitsByItself: true,
    async goTo(path) {
      await page.goto(path)
      await arrived?.(page)
    },
    unfold: (menu) => page.locator('summary', { hasText: menu }).click(),
    follow: (link) => press(page.locator('a:visible', { hasText: link }).first()),
    press: (button) => press(page.getByRole('button', { name: button, exact: true })),
    type: (label, text) => labelled(label).fill(text),
    tick: (label) => labelled(label).check(),
    choose: (question, option) => page.getByRole('group', { name: startsWith(question) }).getByLabel(option, { exact: true }).check(),
    async select(label, option) {
      await labelled(label).selectOption({ label: option })
    },
    text: () => settled(page),
  }
}

/** Does what leads to another page and waits until that one is there; a form may be sent only after a check. */
export async function leaving(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated', { predicate: (frame) => frame === page.mainFrame() }), act()])
  await page.waitForLoadState('load')
}

export function startsWith(label: string): RegExp {
  return new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}`)
}

/** A page that goes on by itself may do so while it is read. */
export async function settled(page: Page): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await page.locator('body').innerText()
    } catch (error) {
      if (turn >= 5) throw error
    }
  }
}
