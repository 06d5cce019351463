/**
 * Names for invented people: our own lists, the commoner ones first. What peoples of the country are called differs by
 * region, and a system that knows only the names of the capital breaks on the others (ñ, double consonants, particles).
 */
import { skewed, type Chance } from './chance.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

const women = words(`María Ana Carmen Rosa Gabriela Andrea Karla Verónica Diana Jessica Daniela Paola Alexandra Patricia Mónica Silvia
  Lucía Johanna Gloria Martha Elena Fernanda Carolina Tatiana Lorena Mayra Nancy Sandra Blanca Luz Mercedes Isabel Viviana
  Cristina Adriana Ximena Jenny Katherine Evelyn Génesis Nicole Doménica Valentina Camila Emily Melany Scarlett Ámbar Belén
  Soledad Dolores Piedad Zoila Targelia Enma Fanny Norma Bertha Olga Hilda Inés Julia Narcisa Teresa Elvia Nelly Magaly
  Begoña Noemí Rocío Sofía Zaida Ñusta`)
const men = words(`José Luis Juan Carlos Jorge Ángel Manuel Segundo Víctor Miguel Marco Diego Cristian Andrés Francisco Fernando
  Eduardo Wilson Edison Byron Washington Freddy Darwin Jefferson Kevin Bryan Jonathan Alex Henry Ronny Danny David Daniel
  Santiago Sebastián Mateo Joel Anthony Isaac Emilio Javier Patricio Mauricio Fabián Gonzalo Galo Hugo Raúl Ramón Pedro Pablo
  Rómulo Rodrigo Klever Holger Hólger Stalin Lenin Bolívar Vicente Eloy Gustavo Milton Nelson Oswaldo Julio César Íñigo Tomás
  Joaquín Matías Adrián Iñaki`)
const secondWomen = words(`Elizabeth José del_Carmen Fernanda Alexandra Isabel Beatriz Cecilia Elena Lucía Guadalupe de_los_Ángeles Victoria
  Margarita Esperanza Estefanía Alejandra Lizbeth Nataly Michelle Anahí Piedad Leonor Judith Marlene Eulalia Narcisa Yolanda
  Mercedes Concepción Angélica Katiuska Monserrate Auxiliadora Rosario de_Lourdes Paulina Salomé Jacqueline Yadira Magdalena`)
const secondMen = words(`Antonio Alberto Enrique Fernando Eduardo Javier Andrés Alejandro Vinicio Rodrigo Patricio Ernesto Rafael Alfonso
  Xavier Iván Paúl Geovanny Alexander Israel Sebastián Gabriel Ramiro Leonardo Humberto Ignacio Agustín Rolando Efraín Fabricio
  Alcides Orlando Marcelo Germán Gustavo Napoleón Hernán Oswaldo Joel Aníbal Arturo Steven Josué Elías Moisés`)
const kichwaWomen = words('Sisa Nina Yarina Wayra Tamia Killari Saywa Samia Inti Pacha Suri Toa Quilla Ñusta Urpi Achik')
const kichwaMen = words('Inti Amaru Rumi Sayri Yupanki Wayra Curi Atik Malki Sami Katari Tupak Kuntur Awki Pakari Illari')
const africanWomen = words('Yuliana Marjorie Ingrid Génesis Lady Yajaira Maribel Angie Nayeli Shirley Keyla Ruth')
const africanMen = words('Jairo Walter Agustín Antonio Nixon Felipe Jhon Robert Edwin Renato Alexis Wagner')

const mestizo = words(`Sánchez García Rodríguez López Morales Mendoza Torres Pérez González Castro Flores Herrera Ramírez Ortiz Romero
  Jiménez Álvarez Vásquez Chávez Suárez Reyes Moreno Martínez Gómez Rivera Salazar Hidalgo Paredes Andrade Cevallos Castillo
  Espinoza Cabrera Aguirre Guerrero Ortega Benítez Villacís Proaño Cárdenas Peñafiel Ordóñez Muñoz Núñez Ibáñez Bolaños Acuña
  Larrea Jaramillo Ochoa Ojeda Armijos Cueva Valarezo Maldonado Carrión Riofrío Burneo Samaniego Sarmiento Carpio Crespo Malo
  Vintimilla Cordero Ugalde Peralta Coronel Delgado Montalvo Naranjo Freire Lara Viteri Mera Velasco Rosero Benalcázar Chiriboga
  Dávalos Egas Endara Gallegos Granja Iturralde Játiva Lasso Mantilla Noboa Oña Ponce Recalde Tamayo Urresta Villagómez Yánez
  Zurita Zapata Bastidas Arias Peñaherrera Logroño Campaña Estupiñán Briceño Ycaza Llerena Barahona Escobar`)
const montubio = words(`Zambrano Cedeño Vera Macías Moreira Vélez Loor Intriago Mendoza Alcívar Bravo Mero Delgado Párraga Pincay Pico
  Mieles Barcia Chávez Solórzano Palma Quijije Anchundia Reyes Tumbaco Santana Arteaga Giler Zamora Demera Menéndez Villamar
  Rosado Bajaña Troya Coello Litardo Onofre Arreaga Briones Carriel Jama Rezabala Sornoza Sabando Ganchozo Espinales Murillo
  Tómala Yagual Rodríguez Lainez Suárez Villón Borbor Limones Panchana Catuto Orrala Malavé`)
const kichwa = words(`Quishpe Guamán Chango Toapanta Chicaiza Tipán Caiza Yumbo Guaraca Guamaní Morocho Pilamunga Sisalema Tituaña
  Cachiguango Maldonado Conejo Lema Farinango Imbaquingo Cabascango Quinchuquí Ñacato Ñauñay Pilataxi Pillajo Llumiquinga Simbaña
  Chanaluisa Toaquiza Cuzco Ainaguano Masaquiza Jerez Chiliquinga Sailema Moposita Yupa Yuquilema Cepeda Lluilema Paguay Illapa
  Buñay Naula Pacheco Quizhpi Zhunio Guartatanga Tenesaca Lligüin Saca Macas Gualán Sarango Andrango Tocagón Anrango Iza Vega
  Tigasi Cuchiparte Chusín Pilaguano Umajinga Ilaquiche Ante Guanoluisa`)
const african = words(`Quiñónez Caicedo Preciado Nazareno Angulo Mina Corozo Ayoví Valencia Arroyo Cortez Bone Estupiñán Chalá Carabalí
  Minda Congo Lara Méndez Espinoza Tenorio Montaño Klinger Rodríguez Charcopa Añapa Castillo Medina Perea Cuero Ortiz Simisterra
  Plaza Borja Delgado Cangá`)
const amazonian = words(`Grefa Tapuy Andi Shiguango Cerda Aguinda Tanguila Huatatoca Calapucha Licuy Alvarado Vargas Gualinga Santi Canelos
  Machoa Tsenkush Chumpi Wampash Nankamai Kayap Shakai Ankuash Mashiant Tiwi Jimpikit Sharup Wajarai Nenquimo Ima Omaca Payaguaje
  Piaguaje Criollo Yiyoguaje Lucitante Ushigua Sant Uwijint Ñamcela`)

export type Origin = 'mestizo' | 'montubio' | 'kichwa' | 'african' | 'amazonian'

const surnames: Record<Origin, (chance: Chance) => string> = {
  mestizo: skewed(mestizo, 25),
  montubio: skewed(montubio, 8),
  kichwa: skewed(kichwa, 12),
  african: skewed(african, 6),
  amazonian: skewed(amazonian, 4),
}
const own: Record<'kichwa' | 'african', Record<'F' | 'M', (chance: Chance) => string>> = {
  kichwa: { F: skewed(kichwaWomen), M: skewed(kichwaMen) },
  african: { F: skewed(africanWomen), M: skewed(africanMen) },
}
const first = { F: skewed(women, 5), M: skewed(men, 5) }
const second = { F: skewed(secondWomen, 5), M: skewed(secondMen, 5) }

/** One surname: mostly of the origin, sometimes of the mixed majority. */
export function inventSurname(chance: Chance, origin: Origin): string {
  return surnames[chance.happens(0.75) ? origin : 'mestizo'](chance)
}

/** Two given names, seldom one, now and then a compound such as "María del Carmen". */
export function inventGivenNames(chance: Chance, origin: Origin, sex: 'F' | 'M'): string {
  const mine = origin === 'kichwa' || origin === 'african' ? own[origin][sex] : null
  const one = mine && chance.happens(0.2) ? mine(chance) : first[sex](chance)
  if (chance.happens(0.06)) return one
  const two = mine && chance.happens(0.15) ? mine(chance) : second[sex](chance)
  return two === one ? one : `${one} ${two.replaceAll('_', ' ')}`
}
