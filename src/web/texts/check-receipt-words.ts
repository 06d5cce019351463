/** The words of /comprobar. */
import type { Language } from '../language.ts'

export interface CheckReceiptWords {
  readonly title: string
  readonly lead: string
  readonly field: { readonly label: string; readonly hint: string; readonly malformed: string }
  readonly submit: string
  readonly errorTitle: string
  readonly found: { readonly title: string; text(day: string): string; readonly what: string; readonly when: string; readonly holds: string }
  readonly broken: { readonly title: string; readonly text: string }
  readonly unknown: { readonly title: string; readonly text: string }
  readonly tooMany: string
  readonly about: { readonly title: string; readonly items: readonly string[] }
}

export const checkReceiptWords: Readonly<Record<Language, CheckReceiptWords>> = {
  es: {
    title: 'Comprobar una constancia',
    lead: 'Escriba el número de una constancia y le diremos si está en nuestro registro y si nadie la cambió. No hace falta ingresar.',
    field: {
      label: 'Número de constancia', hint: '16 letras y números, por ejemplo 3F2A 91C0 77DE 0B14. Los espacios no importan.',
      malformed: 'El número de constancia tiene 16 signos: números del 0 al 9 y letras de la a a la f. Revíselo',
    },
    submit: 'Comprobar',
    errorTitle: 'Revise lo siguiente',
    found: {
      title: 'Sí, está en el registro', text: (day) => `Es una anotación del ${day}.`, what: 'Qué dice', when: 'Día',
      holds: 'Volvimos a calcular toda la cadena de anotaciones en la que está: está completa y nadie la cambió.',
    },
    broken: {
      title: 'Está, pero su cadena no está completa',
      text: 'Encontramos la anotación, pero la cadena en la que está no da el resultado que debería. Guarde el número y avise a la institución: esto no debe pasar nunca.',
    },
    unknown: { title: 'No hay ninguna anotación con ese número', text: 'Revise si lo copió bien. Si está igual que en su constancia, guárdela y avise a la institución.' },
    tooMany: 'Desde su red se comprobaron muchos números seguidos. Espere un momento e inténtelo otra vez',
    about: {
      title: 'Qué se ve y qué no',
      items: [
        'Se ve qué tipo de cosa se anotó y qué día, nunca de quién, ni desde dónde, ni con qué datos.',
        'Cada anotación lleva una huella hecha con la anterior: cambiar, quitar o mover una rompe la cadena.',
      ],
    },
  },
  en: {
    title: 'Check a receipt',
    lead: 'Write the number of a receipt and we will tell you whether it is in our log and whether nobody changed it. You do not need to sign in.',
    field: {
      label: 'Receipt number', hint: '16 letters and digits, for example 3F2A 91C0 77DE 0B14. Spaces do not matter.',
      malformed: 'A receipt number has 16 signs: digits from 0 to 9 and letters from a to f. Check it',
    },
    submit: 'Check',
    errorTitle: 'Check the following',
    found: {
      title: 'Yes, it is in the log', text: (day) => `It is an entry of ${day}.`, what: 'What it says', when: 'Day',
      holds: 'We counted the whole chain of entries in which it stands again: it is complete, and nobody changed it.',
    },
    broken: {
      title: 'It is there, but its chain is not whole',
      text: 'We found the entry, but the chain in which it stands does not give the result it should. Keep the number and tell the institution: this must never happen.',
    },
    unknown: { title: 'There is no entry with that number', text: 'Check whether you copied it right. If it is the same as on your receipt, keep it and tell the institution.' },
    tooMany: 'Many numbers were checked from your network in a row. Wait a moment and try again',
    about: {
      title: 'What is shown and what is not',
      items: [
        'The kind of thing that was written down and the day are shown; never of whom, from where or with which data.',
        'Every entry has a fingerprint made with the one before: changing, removing or moving one breaks the chain.',
      ],
    },
  },
}
