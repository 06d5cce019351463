/** The words of "Certificado de afiliación" and of the page that confirms one. What the certificate itself says is in src/paper. */
import type { Language } from '../../language.ts'

export interface CertificateWords {
  readonly lead: string
  readonly lines: readonly string[]
  readonly submit: string
  readonly issued: { readonly title: string; readonly text: string }
  readonly tooMany: string
  readonly list: {
    readonly title: string
    item(day: string, time: string): string
    readonly code: string
    readonly pdf: string
    readonly signature: string
    readonly signatureNote: string
    fileName(day: string): string
  }
  readonly check: {
    readonly title: string
    readonly lead: string
    readonly label: string
    readonly hint: string
    readonly submit: string
    readonly errorTitle: string
    readonly malformed: string
    readonly tooMany: string
    readonly unknown: { readonly title: string; readonly text: string }
    readonly broken: { readonly title: string; readonly text: string }
    readonly true: { readonly title: string; readonly text: string; readonly compare: string; readonly digest: string; readonly digestNote: string }
    readonly again: string
    readonly about: { readonly title: string; readonly items: readonly string[]; readonly keys: string }
  }
}

export const certificateWords: Readonly<Record<Language, CertificateWords>> = {
  es: {
    lead: 'Un documento con lo que el registro dice hoy de su afiliación, firmado por la institución.',
    lines: [
      'El certificado lleva un código. Quien lo reciba puede comprobar en este sitio que es verdadero y que nadie lo cambió.',
      'Quien tenga el código ve lo mismo que dice el papel: su nombre, su número y su situación. Entréguelo solo a quien deba verlo.',
    ],
    submit: 'Emitir un certificado',
    issued: { title: 'Listo', text: 'Su certificado está emitido. Descárguelo aquí abajo.' },
    tooMany: 'Hoy ya emitió muchos certificados. Use uno de los que ya tiene, o vuelva mañana.',
    list: {
      title: 'Sus certificados',
      item: (day, time) => `Emitido el ${day} a las ${time}`,
      code: 'Código', pdf: 'Descargar el certificado (PDF)', signature: 'Descargar la firma',
      signatureNote: 'La firma es un archivo aparte. Solo la necesita quien quiera comprobar el PDF con un programa.',
      fileName: (day) => `certificado-${day}`,
    },
    check: {
      title: 'Comprobar un certificado',
      lead: 'Si le entregaron un certificado de esta institución, aquí puede ver si es verdadero.',
      label: 'Código del certificado', hint: 'Tiene 16 letras y cifras, en grupos de cuatro. Está junto al código QR.',
      submit: 'Comprobar', errorTitle: 'Revise lo siguiente',
      malformed: 'El código tiene 16 letras y cifras: cópielo como está en el papel',
      tooMany: 'Desde su red se comprobaron muchos certificados. Espere un momento y vuelva a intentarlo.',
      unknown: { title: 'No hay un certificado con ese código', text: 'Mire si lo copió bien. Si lo copió bien, la institución no emitió ese papel: no lo acepte.' },
      broken: { title: 'No podemos confirmar este certificado', text: 'Lo que guardamos no coincide con su firma. Es una falla nuestra: avise a la institución y no tome el papel como comprobado.' },
      true: {
        title: 'Este certificado es verdadero',
        text: 'La institución lo emitió y su firma es válida.',
        compare: 'Compare con el papel: si algo es distinto, el papel fue alterado. Describe la fecha de emisión; después pudo cambiar.',
        digest: 'Huella del archivo PDF (SHA-256)', digestNote: 'Sirve a quien tenga el archivo PDF y quiera compararlo con un programa.',
      },
      again: 'Comprobar otro certificado',
      about: {
        title: 'Qué muestra esta página',
        items: ['Lo mismo que dice el papel, y nada más.', 'Solo con el código completo: no se puede buscar a una persona.', 'No avisa a nadie de que usted miró.'],
        keys: 'Claves públicas para comprobar la firma con un programa',
      },
    },
  },
  en: {
    lead: 'A document with what the register says of your insurance today, signed by the institution.',
    lines: [
      'The certificate has a code. Whoever gets it can check on this site that it is true and that nobody changed it. The document is in Spanish.',
      'Who has the code sees what the paper says: your name, your number and your situation. Give it only to who must see it.',
    ],
    submit: 'Issue a certificate',
    issued: { title: 'Done', text: 'Your certificate is issued. Download it below.' },
    tooMany: 'You have issued many certificates today. Use one of those you have, or come back tomorrow.',
    list: {
      title: 'Your certificates',
      item: (day, time) => `Issued on ${day} at ${time}`,
      code: 'Code', pdf: 'Download the certificate (PDF)', signature: 'Download the signature',
      signatureNote: 'The signature is a file of its own. Only who wants to check the PDF with a program needs it.',
      fileName: (day) => `certificado-${day}`,
    },
    check: {
      title: 'Check a certificate',
      lead: 'If you were given a certificate of this institution, here you can see whether it is true.',
      label: 'Code of the certificate', hint: 'It has 16 letters and digits, in groups of four. It stands beside the QR code.',
      submit: 'Check', errorTitle: 'Check the following',
      malformed: 'The code has 16 letters and digits: copy it as it stands on the paper',
      tooMany: 'Many certificates were checked from your network. Wait a moment and try again.',
      unknown: { title: 'There is no certificate with this code', text: 'Look whether you copied it right. If you did, the institution did not issue that paper: do not accept it.' },
      broken: { title: 'We cannot confirm this certificate', text: 'What we keep does not fit its signature. That is a fault of ours: tell the institution, and do not take the paper as checked.' },
      true: {
        title: 'This certificate is true',
        text: 'The institution issued it, and its signature is valid.',
        compare: 'Compare it with the paper: if something differs, the paper was altered. It describes the day of issue; things may have changed since.',
        digest: 'Fingerprint of the PDF file (SHA-256)', digestNote: 'For who has the PDF file and wants to compare it with a program.',
      },
      again: 'Check another certificate',
      about: {
        title: 'What this page shows',
        items: ['The same as the paper, and nothing more.', 'Only with the whole code: nobody can be searched for.', 'It tells nobody that you looked.'],
        keys: 'Public keys, to check the signature with a program',
      },
    },
  },
}
