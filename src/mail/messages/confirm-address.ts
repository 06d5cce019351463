/** The link and the code that show that a mailbox is the person's own. */
import { codeMail } from './code-mail.ts'

export const confirmAddress = codeMail({
  es: {
    subject: 'Confirme su correo para continuar',
    why: 'Alguien escribió esta dirección de correo para generar una clave de los servicios en línea. Si fue usted, confirme que este correo es suyo:',
    notYou: '¿No fue usted? No tiene que hacer nada: sin este correo nadie puede continuar y no pasará nada.',
  },
  en: {
    subject: 'Confirm your email to continue',
    why: 'Somebody entered this email address to make a key for the online services. If it was you, confirm that this address is yours:',
    notYou: 'Was it not you? You do not need to do anything: nobody can continue without this email, and nothing will happen.',
  },
})
