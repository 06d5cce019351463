/** The words of "Mis datos". */
import type { Language } from '../../language.ts'

export interface MyDataWords {
  readonly title: string
  readonly lead: string
  readonly has: { readonly title: string; readonly items: readonly string[] }
  readonly hasNot: { readonly title: string; readonly items: readonly string[] }
  readonly keep: string
  readonly submit: string
  readonly rights: { readonly text: string; readonly link: string }
}

export const myDataWords: Readonly<Record<Language, MyDataWords>> = {
  es: {
    title: 'Mis datos',
    lead: 'Aquí puede descargar una copia de todo lo que este sistema guarda sobre usted.',
    has: {
      title: 'Qué contiene',
      items: [
        'Lo que dice el registro de la institución: nombres, fechas, trabajos, aportes, préstamos.',
        'Su clave: cuándo se hizo y cambió, sus datos de contacto actuales y anteriores, sus sesiones y navegadores.',
        'Los correos que le enviamos (de qué tipo y cuándo) y todo lo anotado en la actividad de su clave, con sus constancias.',
      ],
    },
    hasNot: { title: 'Qué no contiene', items: [
      'Su clave, las respuestas a sus preguntas y su figura: están guardadas de manera que nadie, tampoco nosotros, las puede leer.',
      'El número entero de su cuenta bancaria: solo las últimas cifras. Si necesita la copia entera, pídala a la persona encargada de la protección de datos.',
    ] },
    keep: 'El archivo no lleva protección: guárdelo donde solo usted lo vea. Es un archivo JSON, que se puede leer y también pasar a otro sistema. La descarga queda anotada.',
    submit: 'Descargar mis datos (JSON)',
    rights: { text: 'También puede pedir que se corrija o se borre un dato.', link: 'Sus derechos y cómo ejercerlos' },
  },
  en: {
    title: 'My data',
    lead: 'Here you can download a copy of everything this system stores about you.',
    has: {
      title: 'What it holds',
      items: [
        'What the institution’s register says: names, dates, jobs, contributions, loans.',
        'Your key: when it was made and changed, your contact details of now and before, your sessions and browsers.',
        'The emails we sent you (of which kind and when) and everything written down in the activity of your key, with its receipts.',
      ],
    },
    hasNot: { title: 'What it does not hold', items: [
      'Your key, the answers to your questions and your figure: they are stored so that nobody, not even we, can read them.',
      'The whole number of your bank account: only its last digits. If you need the whole copy, ask the person in charge of data protection.',
    ] },
    keep: 'The file has no protection: keep it where only you see it. It is a JSON file, which can be read and also be taken to another system. The download is written down.',
    submit: 'Download my data (JSON)',
    rights: { text: 'You can also ask for data to be corrected or erased.', link: 'Your rights and how to use them' },
  },
}
