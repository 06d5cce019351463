/** The words of "Cambiar clave". What is said of the new key is in first-key/finish-words.ts. */
import type { Language } from '../../language.ts'

export interface ChangeWords {
  readonly title: string
  readonly intro: readonly string[]
  readonly forgotten: { readonly text: string; readonly link: string }
  readonly same: string
  readonly submit: string
  readonly done: {
    readonly title: string
    readonly receipt: string
    readonly keep: string
    ended(sessions: number): string
    told(notices: number): string
    readonly notMe: string
    readonly next: string
  }
}

export const changeWords: Readonly<Record<Language, ChangeWords>> = {
  es: {
    title: 'Cambiar clave',
    intro: ['Escriba su clave actual y después la nueva. Al cambiarla cerraremos sus demás sesiones, y le avisaremos a sus correos.'],
    forgotten: { text: '¿No recuerda su clave actual?', link: 'Generar o recuperar clave' },
    same: 'La clave nueva es igual a la actual: escriba otra',
    submit: 'Cambiar la clave',
    done: {
      title: 'Su clave cambió',
      receipt: 'Número de constancia',
      keep: 'Desde ahora ingrese con la clave nueva. La anterior ya no sirve.',
      ended: (sessions) => (sessions === 0 ? 'No había otras sesiones abiertas.' : sessions === 1 ? 'Cerramos otra sesión que estaba abierta.' : `Cerramos otras ${sessions} sesiones que estaban abiertas.`),
      told: (notices) => (notices === 1 ? 'Enviamos un aviso a su correo.' : `Enviamos un aviso a sus ${notices} correos.`),
      notMe: 'El aviso trae un enlace «No fui yo», por si otra persona hubiera hecho el cambio.',
      next: 'Volver a Mi clave',
    },
  },
  en: {
    title: 'Change key',
    intro: ['Write your current key and then the new one. When it changes we will close your other sessions and tell your email addresses.'],
    forgotten: { text: 'You do not remember your current key?', link: 'Make or recover a key' },
    same: 'The new key is the same as the current one: write another',
    submit: 'Change the key',
    done: {
      title: 'Your key was changed',
      receipt: 'Receipt number',
      keep: 'From now on sign in with the new key. The former one no longer works.',
      ended: (sessions) => (sessions === 0 ? 'There were no other open sessions.' : sessions === 1 ? 'We closed another session that was open.' : `We closed ${sessions} other sessions that were open.`),
      told: (notices) => (notices === 1 ? 'We sent a notice to your email address.' : `We sent a notice to your ${notices} email addresses.`),
      notMe: 'The notice has a link “It was not me”, in case somebody else made the change.',
      next: 'Back to My key',
    },
  },
}
