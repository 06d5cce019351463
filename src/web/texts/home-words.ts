/** The words of the signed-in home. */
import type { Language } from '../language.ts'

export interface HomeWords {
  readonly title: string
  hello(givenNames: string): string
  readonly helloNobody: string
  readonly previous: string
  readonly firstTime: string
  readonly since: string
  readonly probation: { readonly title: string; text(day: string, time: string): string }
  readonly key: string
  moment(day: string, time: string): string
  readonly activity: { readonly title: string; readonly lead: string; readonly receipt: string; readonly all: string; readonly notYou: string; readonly notYouLink: string }
  readonly next: { readonly title: string; readonly text: string; readonly link: string }
  readonly limit: { readonly title: string; text(time: string): string }
}

export const homeWords: Readonly<Record<Language, HomeWords>> = {
  es: {
    title: 'Mi clave',
    hello: (givenNames) => `Hola, ${givenNames}`,
    helloNobody: 'Mi clave',
    previous: 'Su ingreso anterior',
    firstTime: 'Este es su primer ingreso',
    since: 'Tiene clave desde',
    key: 'Su clave',
    moment: (day, time) => `${day}, ${time}`,
    probation: {
      title: 'Su clave es nueva',
      text: (day, time) => `Hasta el ${day} a las ${time} no servirá para cambiar sus datos de contacto ni mover dinero. Así, si otra persona la hubiera generado, usted tiene tiempo de avisarnos.`,
    },
    activity: {
      title: 'Actividad de mi clave',
      lead: 'Lo último que se hizo con su clave o que alguien quiso hacer, lo más reciente primero.',
      receipt: 'Constancia',
      all: 'Ver toda la actividad',
      notYou: '¿Hay algo que no hizo usted?',
      notYouLink: 'Qué hacer si no fue usted',
    },
    next: { title: 'Lo que puede hacer', text: 'Su clave abre los', link: 'servicios en línea' },
    limit: { title: 'Su sesión está por terminar', text: (time) => `Una sesión no puede durar más. Esta terminará a las ${time}; después, ingrese otra vez.` },
  },
  en: {
    title: 'My key',
    hello: (givenNames) => `Hello, ${givenNames}`,
    helloNobody: 'My key',
    previous: 'Your previous sign-in',
    firstTime: 'This is your first sign-in',
    since: 'You have a key since',
    key: 'Your key',
    moment: (day, time) => `${day}, ${time}`,
    probation: {
      title: 'Your key is new',
      text: (day, time) => `Until ${day} at ${time} it cannot be used to change your contact details or to move money. So, if somebody else had made it, you have time to tell us.`,
    },
    activity: {
      title: 'Activity of my key',
      lead: 'What was last done with your key, or what somebody wanted to do; the newest first.',
      receipt: 'Receipt',
      all: 'See all the activity',
      notYou: 'Is there something you did not do?',
      notYouLink: 'What to do if it was not you',
    },
    next: { title: 'What you can do', text: 'Your key opens the', link: 'online services' },
    limit: { title: 'Your session is about to end', text: (time) => `A session cannot last longer. This one ends at ${time}; sign in again after that.` },
  },
}
