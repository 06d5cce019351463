import type { Language } from '../language.ts'

interface Fault { readonly title: string; readonly body: readonly string[]; readonly action: string }
export type FaultName = 'not-found' | 'foreign-form' | 'journey-ended' | 'busy' | 'too-large' | 'broken'

/** What each fault page says: what happened, that nothing was lost or done, what to do now. */
export const faultWords: Readonly<Record<Language, Readonly<Record<FaultName, Fault>>>> = {
  es: {
    'not-found': { title: 'No encontramos esta página', body: ['La dirección puede estar mal escrita o la página ya no existe.'], action: 'Ir a la página principal' },
    'foreign-form': {
      title: 'No pudimos recibir lo que envió',
      body: [
        'La página estaba abierta desde hace mucho tiempo, o su navegador no guarda cookies. No se hizo ningún cambio y no gastó ningún intento.',
        'Vuelva a la página anterior, actualícela y envíe otra vez. Si se repite, permita las cookies de este sitio.',
      ],
      action: 'Ir a la página principal',
    },
    'journey-ended': {
      title: 'Su trámite se cerró por seguridad',
      body: [
        'Pasó mucho tiempo sin actividad, o este navegador no tiene un trámite abierto. No gastó ningún intento por esto.',
        'Empiece otra vez con su número de cédula. Si ya había visto preguntas sin responderlas, verá las mismas.',
      ],
      action: 'Empezar otra vez',
    },
    busy: {
      title: 'Hay muchas personas en este momento',
      body: ['No pudimos atender su pedido. No se hizo ningún cambio y no gastó ningún intento.', 'Espere unos segundos y envíe otra vez.'],
      action: 'Ir a la página principal',
    },
    'too-large': { title: 'Lo que envió es demasiado grande', body: ['Escriba menos texto y envíe otra vez.'], action: 'Ir a la página principal' },
    broken: {
      title: 'Algo falló en nuestro sistema',
      body: ['La falla es nuestra, no suya. No gastó ningún intento por esto.', 'Espere un momento y pruebe otra vez. Si se repite, llame o vaya a una oficina y diga el número de abajo.'],
      action: 'Ir a la página principal',
    },
  },
  en: {
    'not-found': { title: 'We cannot find this page', body: ['The address may be mistyped, or the page is gone.'], action: 'Go to the home page' },
    'foreign-form': {
      title: 'We could not take what you sent',
      body: [
        'The page had been open for a long time, or your browser does not keep cookies. Nothing was changed and no attempt was spent.',
        'Go back, reload the page and send it again. If it happens again, allow cookies for this site.',
      ],
      action: 'Go to the home page',
    },
    'journey-ended': {
      title: 'Your request was closed for safety',
      body: [
        'There was no activity for a long time, or this browser has no open request. No attempt was spent.',
        'Start again with your ID number. If you had seen questions without answering them, you will see the same ones.',
      ],
      action: 'Start again',
    },
    busy: {
      title: 'There are many people at the moment',
      body: ['We could not serve your request. Nothing was changed and no attempt was spent.', 'Wait a few seconds and send it again.'],
      action: 'Go to the home page',
    },
    'too-large': { title: 'What you sent is too large', body: ['Write less text and send it again.'], action: 'Go to the home page' },
    broken: {
      title: 'Something failed on our side',
      body: ['The fault is ours, not yours. No attempt was spent.', 'Wait a moment and try again. If it happens again, call or go to an office and give the number below.'],
      action: 'Go to the home page',
    },
  },
}

export const referenceWords: Readonly<Record<Language, string>> = { es: 'Número de referencia:', en: 'Reference number:' }
