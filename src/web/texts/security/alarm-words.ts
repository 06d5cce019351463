/** The words of /seguridad/alarmas. What an alarm means for who operates the system is in src/domain/alarms.ts, in English. */
import type { AlarmCode } from '../../../domain/alarms.ts'
import type { Language } from '../../language.ts'

export type AlarmWords = {
  title: string
  lead(standing: number): string
  breaker: {
    title: string; state: string; stands: string; open: string; failures: string; limit: string; reopens: string; meansStands: string; meansOpen: string
  }
  standing: { title: string; none: string; since(moment: string, most: string): string }
  past: { title: string; alarm: string; most: string; time(since: string, until: string): string }
  names: Readonly<Record<AlarmCode, string>>
  /** What its number counts. */
  counts: Readonly<Record<AlarmCode, string>>
  /** What to look at. */
  looks: Readonly<Record<AlarmCode, string>>
  note: string
}

export const alarmWords: Readonly<Record<Language, AlarmWords>> = {
  es: {
    title: 'Alarmas',
    lead: (standing) => (standing === 0 ? 'Ahora no hay ninguna alarma.' : standing === 1 ? 'Ahora hay una alarma.' : `Ahora hay ${standing} alarmas.`),
    breaker: {
      title: 'Límite nacional de respuestas equivocadas', state: 'Estado', stands: 'Activado', open: 'Normal',
      failures: 'Intentos fallidos en 24 horas', limit: 'Se activa por encima de', reopens: 'Termina solo al bajar a',
      meansStands: 'Quien empieza ahora necesita primero un código a un correo comprobado, o una oficina. Ingresar, desbloquear y las sesiones abiertas siguen igual.',
      meansOpen: 'Las preguntas se hacen a quien las pide.',
    },
    standing: { title: 'Ahora', none: 'Nada que mirar.', since: (moment, most) => `Desde el ${moment}. Hasta ahora, lo más alto: ${most}.` },
    past: { title: 'Alarmas que terminaron', alarm: 'Alarma', most: 'Lo más alto', time: (since, until) => `Del ${since} al ${until}` },
    names: {
      breaker: 'Demasiadas respuestas equivocadas en el país', 'neighbouring-numbers': 'Se prueban números seguidos', 'one-employer': 'Se pregunta por mucha gente de un mismo empleador',
      'shared-contact': 'Un correo o teléfono para varias personas', 'login-spray': 'Fallan muchos más ingresos de lo normal',
    },
    counts: {
      breaker: 'intentos fallidos en 24 horas', 'neighbouring-numbers': 'números distintos en una hora', 'one-employer': 'personas de un empleador en una hora',
      'shared-contact': 'personas con el mismo contacto', 'login-spray': 'ingresos fallidos en un minuto',
    },
    looks: {
      breaker: '¿Hay una campaña de la institución? Si no, alguien adivina respuestas en gran escala. Avise a las oficinas: llegará más gente.',
      'neighbouring-numbers': 'Busque en el registro de peticiones de qué redes vienen. Cada número tiene sus propios límites.',
      'one-employer': '¿Una empresa grande invitó a su personal a generar la clave? Si no, alguien puede tener su nómina: los sueldos ya no serían secretos.',
      'shared-contact': 'Las familias comparten correo. Muchos casos a la vez son señal de una sola mano.',
      'login-spray': 'Pocos intentos en muchos números son claves comunes o robadas. Cada clave tiene su bloqueo, y los dueños reciben aviso.',
    },
    note: 'Las cifras son de este momento; abra la página otra vez para ver las nuevas. Aquí no hay datos de ninguna persona.',
  },
  en: {
    title: 'Alarms',
    lead: (standing) => (standing === 0 ? 'There is no alarm now.' : standing === 1 ? 'There is one alarm now.' : `There are ${standing} alarms now.`),
    breaker: {
      title: 'National limit of wrong answers', state: 'State', stands: 'Tripped', open: 'Normal',
      failures: 'Failed attempts in 24 hours', limit: 'It trips above', reopens: 'It ends by itself at',
      meansStands: 'Who begins now needs a code to a verified address first, or an office. Signing in, unlocking and open sessions go on as before.',
      meansOpen: 'Whoever asks for the questions is asked.',
    },
    standing: { title: 'Now', none: 'Nothing to look at.', since: (moment, most) => `Since ${moment}. Highest so far: ${most}.` },
    past: { title: 'Alarms that ended', alarm: 'Alarm', most: 'Highest', time: (since, until) => `From ${since} to ${until}` },
    names: {
      breaker: 'Too many wrong answers in the country', 'neighbouring-numbers': 'Numbers in a row are tried', 'one-employer': 'Many people of one employer are asked',
      'shared-contact': 'One address or telephone for several people', 'login-spray': 'Far more sign-ins fail than usual',
    },
    counts: {
      breaker: 'failed attempts in 24 hours', 'neighbouring-numbers': 'different numbers in an hour', 'one-employer': 'people of one employer in an hour',
      'shared-contact': 'people with the same contact', 'login-spray': 'failed sign-ins in a minute',
    },
    looks: {
      breaker: 'Is there a campaign of the institution? If not, somebody guesses answers on a large scale. Tell the offices: more people will come.',
      'neighbouring-numbers': 'Find the networks they come from in the log of requests. Each number has its own limits.',
      'one-employer': 'Did a large company invite its staff to make a key? If not, somebody may hold its payroll: wages would be no secret.',
      'shared-contact': 'Families share addresses. Many cases at once are a sign of one hand.',
      'login-spray': 'Few tries at many numbers are common or stolen keys. Each key has its block, and owners are told.',
    },
    note: 'The figures are of this moment; open the page again to see new ones. There are no data of any person here.',
  },
}
