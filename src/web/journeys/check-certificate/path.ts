export const checkPath = '/certificado'
export const publicKeysPath = `${checkPath}/llaves`
