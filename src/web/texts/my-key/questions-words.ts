/** The words of "Mis preguntas y figura"; questions, advice and refusals are in first-key/bank-words.ts. */
import type { Language } from '../../language.ts'

export interface QuestionsWords {
  readonly title: string
  readonly intro: readonly string[]
  readonly submit: string
  readonly figure: { readonly legend: string; readonly missing: string }
  readonly again: { readonly title: string; readonly intro: string; readonly submit: string; readonly back: string }
  readonly replaced: string
}

export const questionsWords: Readonly<Record<Language, QuestionsWords>> = {
  es: {
    title: 'Mis preguntas y figura',
    intro: ['Con sus preguntas personales y su figura puede recuperar la clave si un día la olvida. No las mostramos nunca; aquí puede poner otras en su lugar.', 'Elija tres preguntas y una figura. Las anteriores dejan de servir.'],
    submit: 'Continuar',
    figure: { legend: 'Su nueva figura', missing: 'Elija una figura' },
    again: { title: 'Encuentre su nueva figura', intro: 'Las figuras cambiaron de lugar. Elija otra vez la figura correcta, la que eligió en la página anterior.', submit: 'Guardar las preguntas y la figura', back: 'Elegir otra vez' },
    replaced: 'Listo: sus preguntas y su figura quedaron cambiadas. Avisamos a sus correos.',
  },
  en: {
    title: 'My questions and figure',
    intro: ['With your personal questions and your figure you can recover the key if one day you forget it. We never show them; here you can put others in their place.', 'Choose three questions and a figure. The former ones stop working.'],
    submit: 'Continue',
    figure: { legend: 'Your new figure', missing: 'Choose a figure' },
    again: { title: 'Find your new figure', intro: 'The figures changed places. Choose the right figure again, the one you chose on the page before.', submit: 'Save questions and figure', back: 'Choose again' },
    replaced: 'Done: your questions and your figure were replaced. We told your email addresses.',
  },
}
