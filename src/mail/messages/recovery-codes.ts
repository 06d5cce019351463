/** The mails of a recovery: to the address on file, to the second contact in place of questions and figure, to open a closed process, and to go on while the breaker stands. */
import { codeMail } from './code-mail.ts'

export const recoverMail = codeMail({
  es: {
    subject: 'Confirme que quiere recuperar su clave',
    why: 'Alguien respondió las preguntas sobre usted para recuperar la clave de los servicios en línea. Si fue usted, confirme que este correo es suyo:',
    notYou: '¿No fue usted? No reenvíe este correo: sin él nadie puede cambiar su clave. Alguien conoce datos suyos; cuéntelo en una oficina.',
  },
  en: {
    subject: 'Confirm that you want to recover your key',
    why: 'Somebody answered the questions about you to recover the key for the online services. If it was you, confirm that this address is yours:',
    notYou: 'Was it not you? Do not forward this email: without it nobody can change your key. Somebody knows data of yours; tell an office.',
  },
})

export const vouchMail = codeMail({
  es: {
    subject: 'Un código en lugar de sus preguntas personales',
    why: 'Alguien está recuperando la clave de los servicios en línea y pidió un código en lugar de las preguntas personales y la figura. Si fue usted, úselo:',
    notYou: '¿No fue usted? No reenvíe este correo: sin él nadie puede cambiar su clave por este camino. Alguien conoce datos suyos; cuéntelo en una oficina.',
  },
  en: {
    subject: 'A code in place of your personal questions',
    why: 'Somebody is recovering the key for the online services and asked for a code in place of the personal questions and the figure. If it was you, use it:',
    notYou: 'Was it not you? Do not forward this email: without it nobody can change your key this way. Somebody knows data of yours; tell an office.',
  },
})

export const reopenMail = codeMail({
  es: {
    subject: 'Para volver a abrir su trámite de clave',
    why: 'Con su número ya se usaron todos los intentos de generar o recuperar la clave. Alguien pidió abrir otra vez ese trámite, con tres intentos. Si fue usted, confírmelo:',
    notYou: '¿No fue usted? No tiene que hacer nada: el trámite sigue cerrado y su clave no cambia.',
  },
  en: {
    subject: 'To open your key request again',
    why: 'All attempts to make or recover the key were used with your number. Somebody asked to open it again, with three attempts. If it was you, confirm it:',
    notYou: 'Was it not you? You do not need to do anything: it stays closed and your key does not change.',
  },
})

export const contactFirstMail = codeMail({
  es: {
    subject: 'Un código para seguir con su trámite de clave',
    why: 'Alguien escribió su número para generar o recuperar la clave de los servicios en línea. Por ahora pedimos este código antes de hacer preguntas, para cuidar a todos. Si fue usted, úselo:',
    notYou: '¿No fue usted? No reenvíe este correo ni haga nada más: sin él nadie puede seguir con su número, y su clave no cambia.',
  },
  en: {
    subject: 'A code to go on with your key request',
    why: 'Somebody typed your number to make or recover the key for the online services. For now we ask for this code before any questions, to protect everybody. If it was you, use it:',
    notYou: 'Was it not you? Do not forward this email; there is nothing else to do: without it nobody can go on with your number, and your key does not change.',
  },
})
