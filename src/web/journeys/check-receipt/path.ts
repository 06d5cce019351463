export const checkPath = '/comprobar'
