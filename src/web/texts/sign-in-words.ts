/** The words of the sign-in page. One sentence for everything that is not right (LOGIN-3, LOGIN-4). */
import type { Policy } from '../../domain/policy.ts'
import type { Language } from '../language.ts'

export interface SignInWords {
  readonly title: string
  readonly number: string
  readonly numberHint: string
  readonly key: string
  readonly button: string
  readonly shared: { readonly label: string; readonly hint: string }
  readonly noKey: string
  readonly makeKey: string
  readonly blocked: string
  readonly unblock: string
  readonly errorTitle: string
  readonly emptyKey: string
  readonly wrong: string
  wait(seconds: number): string
  readonly session: { readonly title: string; readonly text: string }
  readonly cannot: { readonly summary: string; body(login: Policy['login']): readonly string[]; readonly help: string }
}

export const signInWords: Readonly<Record<Language, SignInWords>> = {
  es: {
    title: 'Ingresar',
    number: 'Número de cédula',
    numberHint: 'Los 10 dígitos, o su código de extranjero.',
    key: 'Clave',
    button: 'Ingresar',
    shared: { label: 'Este equipo es compartido: no lo recuerde', hint: 'Si este equipo es solo suyo, deje la casilla sin marcar: lo recordaremos, y aquí podrá ingresar aunque otras personas bloqueen su clave.' },
    noKey: '¿Todavía no tiene clave?',
    makeKey: 'Generar o recuperar clave',
    blocked: '¿Se bloqueó su clave?',
    unblock: 'Desbloquear clave',
    errorTitle: 'No pudo ingresar',
    emptyKey: 'Escriba su clave',
    wrong: 'El número de cédula o la clave no son correctos. Revise los dos y escriba la clave otra vez.',
    wait: (seconds) => `Después de una clave equivocada hay que esperar un poco. Espere ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'} y escriba la clave otra vez.`,
    session: { title: 'Ingrese para continuar', text: 'Para ver esa página tiene que ingresar. Si ya había ingresado, su sesión terminó por seguridad.' },
    cannot: {
      summary: 'Si no puede ingresar',
      body: ({ inARow }) => [
        `Después de ${inARow} claves equivocadas seguidas, la clave se bloquea por seguridad y esta página responde igual que a una clave equivocada.`,
        'Usted la desbloquea con un correo, a cualquier hora: elija «Desbloquear clave». Donde ya había ingresado antes puede seguir ingresando.',
        'Si olvidó la clave, puede hacer una nueva en «Generar o recuperar clave», con sus papeles y su correo.',
      ],
      help: 'Más ayuda',
    },
  },
  en: {
    title: 'Sign in',
    number: 'ID number (cédula)',
    numberHint: 'The 10 digits, or your foreigner’s code.',
    key: 'Key',
    button: 'Sign in',
    shared: { label: 'This is a shared computer: do not remember it', hint: 'If this computer is only yours, leave the box empty: we will remember it, and you can sign in here even if others block your key.' },
    noKey: 'No key yet?',
    makeKey: 'Make or recover a key',
    blocked: 'Is your key blocked?',
    unblock: 'Unblock the key',
    errorTitle: 'You could not sign in',
    emptyKey: 'Write your key',
    wrong: 'The ID number or the key is not right. Check both and write the key again.',
    wait: (seconds) => `After a wrong key there is a short wait. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and write the key again.`,
    session: { title: 'Sign in to continue', text: 'You have to sign in to see that page. If you had signed in, your session ended for your security.' },
    cannot: {
      summary: 'If you cannot sign in',
      body: ({ inARow }) => [
        `After ${inARow} wrong keys in a row the key is blocked for safety, and this page answers as it does to a wrong key.`,
        'You unblock it with an email, at any hour: choose “Unblock the key”. Where you signed in before you can still sign in.',
        'If you forgot the key, you can make a new one under “Make or recover a key”, with your papers and your mailbox.',
      ],
      help: 'More help',
    },
  },
}
