/** The provinces by the two digits the register uses, with about how many of a thousand insured people work in each. */

export const provinceNames: Readonly<Record<string, string>> = {
  '01': 'Azuay', '02': 'Bolívar', '03': 'Cañar', '04': 'Carchi', '05': 'Cotopaxi', '06': 'Chimborazo', '07': 'El Oro', '08': 'Esmeraldas',
  '09': 'Guayas', '10': 'Imbabura', '11': 'Loja', '12': 'Los Ríos', '13': 'Manabí', '14': 'Morona Santiago', '15': 'Napo', '16': 'Pastaza',
  '17': 'Pichincha', '18': 'Tungurahua', '19': 'Zamora Chinchipe', '20': 'Galápagos', '21': 'Sucumbíos', '22': 'Orellana',
  '23': 'Santo Domingo de los Tsáchilas', '24': 'Santa Elena',
}

export const provinceWeights: Readonly<Record<string, number>> = {
  '01': 60, '02': 8, '03': 11, '04': 9, '05': 24, '06': 21, '07': 40, '08': 22, '09': 245, '10': 26, '11': 26, '12': 34, '13': 60,
  '14': 9, '15': 7, '16': 7, '17': 295, '18': 35, '19': 8, '20': 5, '21': 11, '22': 10, '23': 21, '24': 12,
}
