import type { NotePriority, ProfileBody } from "../../src/rules/customers"

/** A customer or a lead of the demo, told from the store's date. */
export interface DemoLead {
  profile: ProfileBody
  touchedDaysAgo: number
  notes: DemoNote[]
}

export interface DemoNote {
  text: string
  priority: NotePriority
  daysAgo: number
  /** When to come back to it; null: never. */
  followUpInDays: number | null
}

const COLUMNS = [
  "name",
  "contact_person",
  "email",
  "phone",
  "address_1",
  "postal_code",
  "city",
  "country_code",
  "status",
  "temperature",
  "discount_percent",
  "language",
] as const

/**
 * A customer a line, in the order of the columns, and how many days ago somebody last had to do with them. Their notes follow:
 * priority, days ago, and in how many days to come back to it.
 */
const TABLE = `
Müller Haustechnik AG | Sandra Müller | info@mueller-haustechnik.example | +41 44 668 18 00 | Hardstrasse 201 | 8005 | Zürich | ch | current | hot | 7.5 |  | 2
  high 2 +0: Wants all 14 service vans with tracking by April. Send the offer with yearly billing.
  none 40: Met at the trade fair in Basel; asked about yearly billing.
Boulangerie Perrin | Luc Perrin | info@boulangerie-perrin.example | +41 22 732 11 40 | Rue de Carouge 18 | 1205 | Genève | ch | current | warm | 5 | fr | 5
  medium 5 +1: Rappeler pour le deuxième magasin à Lancy.
Gasthof zum Bären | Ueli Aebersold | info@baeren-gasthof.example | +41 31 720 14 14 | Dorfplatz 3 | 3110 | Münsingen | ch | current | cold |  |  | 70
  none 70: Happy with the web site. Renews each spring.
Atelier Lemaire | Inès Lemaire | info@atelier-lemaire.example | +33 1 42 78 20 15 | 7 rue des Rosiers | 75004 | Paris | fr | current | hot | 10 | fr | 1
  high 1 -1: Prête à passer au forfait Studio, attend la confirmation de la remise de 10 %.
Nordlicht Fotografie | Jana Petersen | info@nordlicht-foto.example | +49 40 3562 1480 | Ottenser Hauptstraße 44 | 22765 | Hamburg | de | current | warm |  | en | 9
  none 9: Rents the photo kit about once a month.
Café Central Sàrl | Nadia Rochat | info@cafe-central.example | +41 21 323 40 10 | Place Saint-François 5 | 1003 | Lausanne | ch | current | warm |  | fr | 14
  medium 14 +6: Terrasse dès mai : proposer le forfait événements.
Schreinerei Hofer | Beat Hofer | info@schreinerei-hofer.example | +41 33 222 51 60 | Allmendstrasse 12 | 3600 | Thun | ch | current | cold |  |  | 55
Lindenhof Apotheke | Dr. Eva Brunner | info@lindenhof-apotheke.example | +41 31 311 28 80 | Kramgasse 36 | 3011 | Bern | ch | current | hot | 3.25 |  | 3
  medium 3 +2: Asked for a second mailbox plan for the branch in Köniz.
Werkstatt Kollektiv | Tim Albrecht | info@werkstatt-kollektiv.example | +49 30 6120 4470 | Oranienstraße 25 | 10999 | Berlin | de | current | warm |  | en | 20
Domaine du Chêne | Hélène Faivre | info@domaine-du-chene.example | +33 3 80 21 05 33 | Route de Beaune 2 | 21200 | Beaune | fr | current | cold |  | fr | 90
  none 90 +120: Saisonnier : recontacter après les vendanges.
Velo Zentral | Marco Steiner | info@velo-zentral.example | +41 61 271 90 20 | Güterstrasse 88 | 4053 | Basel | ch | current | hot | 12 |  | 4
  high 4 +0: Compares us with another provider: decide on the 12 % before Friday.
Kanzlei Roth & Partner | Dr. Katrin Roth | info@kanzlei-roth.example | +49 89 2420 7710 | Maximilianstraße 9 | 80539 | München | de | current | not_interested |  |  | 160
  none 160: No more calls, please: invoices by post only.
Studio Bianchi | Chiara Bianchi | info@studio-bianchi.example | +41 91 923 44 10 | Via Nassa 22 | 6900 | Lugano | ch | current | warm |  | en | 11
Hotel Alpenblick | Regula Zurbrügg | info@hotel-alpenblick.example | +41 33 855 22 30 | Dorfstrasse 60 | 3818 | Grindelwald | ch | current | warm | 8 |  | 8
  medium 8 +12: Needs the booking module before the winter season.
Kita Sonnenkäfer | Mirjam Frei | info@kita-sonnenkaefer.example | +41 52 213 70 44 | Tösstalstrasse 15 | 8400 | Winterthur | ch | current | cold |  |  | 48
Imprimerie Duval | Paul Duval | info@imprimerie-duval.example | +33 4 78 37 61 20 | 14 quai Saint-Vincent | 69001 | Lyon | fr | potential | hot |  | fr | 1
  high 1 +0: Veut un devis pour 40 boîtes aux lettres. Décision lundi.
Zahnarztpraxis Keller | Dr. Simon Keller | info@praxis-keller.example | +41 71 222 38 90 | Marktgasse 7 | 9000 | St. Gallen | ch | potential | hot |  |  | 2
  high 2 -2: Ready to sign. Only the data-processing agreement is missing.
Bergbahnen Obertal | Lukas Inniger | info@bergbahnen-obertal.example | +41 33 671 24 00 | Talstation 1 | 3714 | Frutigen | ch | potential | hot |  |  | 6
  medium 6 +5: Tender closes at the end of the month.
GreenRoof GmbH | Anja Vogel | info@greenroof.example | +49 711 6200 3310 | Rotebühlstraße 81 | 70178 | Stuttgart | de | potential | hot |  | en | 3
  none 3 +4: Demo went well; the CTO wants to see the API.
Librairie La Plume | Sophie Nicolet | info@librairie-la-plume.example | +41 26 322 70 15 | Rue de Romont 20 | 1700 | Fribourg | ch | potential | hot |  | fr | 7
Weinhandlung Traub | Georg Traub | info@weinhandlung-traub.example | +49 761 2170 5540 | Münsterplatz 14 | 79098 | Freiburg | de | potential | warm |  |  | 12
  medium 12 +10: Wants to start after stock-taking.
Garage Favre SA | Didier Favre | info@garage-favre.example | +41 24 425 33 18 | Route de Lausanne 41 | 1400 | Yverdon | ch | potential | warm |  | fr | 16
  none 16: A reçu la brochure, trouve le prix correct.
Physio am See | Nina Kaufmann | info@physio-am-see.example | +41 41 210 65 50 | Seestrasse 9 | 6006 | Luzern | ch | potential | warm |  |  | 22
Tanzschule Schritt | Olga Weiss | info@tanzschule-schritt.example | +49 221 9230 4410 | Venloer Straße 210 | 50823 | Köln | de | potential | warm |  | en | 18
  medium 18 +3: Two rooms, wants one invoice for both.
Fromagerie des Alpes | Yves Chappuis | info@fromagerie-des-alpes.example | +41 26 921 33 10 | Place de la Gare 3 | 1663 | Gruyères | ch | potential | warm |  | fr | 27
Baumschule Grün | Peter Grün | info@baumschule-gruen.example | +49 351 8044 210 | Meißner Landstraße 77 | 01157 | Dresden | de | potential | warm |  |  | 33
  none 33: Season begins in March: call in February.
Yogaloft Bern | Lea Marti | info@yogaloft.example | +41 31 381 44 70 | Länggassstrasse 30 | 3012 | Bern | ch | potential | warm |  |  | 10
  none 10 +8: Found us by a recommendation of the Lindenhof pharmacy.
Architekten Wyss Ammann | Daniel Ammann | info@wyss-ammann.example | +41 44 252 60 60 | Seefeldstrasse 62 | 8008 | Zürich | ch | potential | warm |  | en | 21
  medium 21 -3: Interested in the package for project sites.
Maison Verdier | Claire Verdier | info@maison-verdier.example | +33 5 56 81 44 02 | 22 cours de l’Intendance | 33000 | Bordeaux | fr | potential | warm |  | fr | 36
Holzbau Egger | Thomas Egger | info@holzbau-egger.example | +41 81 353 17 17 | Industriestrasse 5 | 7000 | Chur | ch | potential | cold |  |  | 41
  none 41: Budget is decided in autumn.
Musikschule Allegro | Renate Koch | info@musikschule-allegro.example | +49 341 2117 330 | Karl-Liebknecht-Straße 19 | 04107 | Leipzig | de | potential | cold |  |  | 60
Pension Seeblick | Verena Odermatt | info@pension-seeblick.example | +41 41 660 12 40 | Am Landenberg 8 | 6060 | Sarnen | ch | potential | cold |  |  | 75
  none 75: Has a contract elsewhere until the end of next year.
Plomberie Girard | Marc Girard | info@plomberie-girard.example | +33 4 93 85 70 19 | 9 rue Gubernatis | 06000 | Nice | fr | potential | cold |  | fr | 38
Reisebüro Horizont | Silke Brandt | info@reisebuero-horizont.example | +49 511 3068 120 | Georgstraße 36 | 30159 | Hannover | de | potential | cold |  | en | 52
  medium 52: Wants to hear from us once SEPA works for clubs.
Turnverein Muri | Andrea Leu | info@tv-muri.example | +41 56 664 21 12 | Bachmattenweg 1 | 5630 | Muri | ch | potential | cold |  |  | 29
Bäckerei Kornblume | Stefan Lutz | info@kornblume.example | +49 911 2014 480 | Weißgerbergasse 12 | 90403 | Nürnberg | de | potential | cold |  |  | 44
Cabinet Moreau | Julie Moreau | info@cabinet-moreau.example | +33 2 40 48 22 70 | 5 place Graslin | 44000 | Nantes | fr | potential | cold |  | fr | 63
  none 63: Pas de réponse à deux messages.
Segelschule Bodensee | Jörg Haas | info@segelschule-bodensee.example | +49 7531 920 460 | Seestraße 30 | 78464 | Konstanz | de | potential | cold |  |  | 25
Galerie Neun | Carla Neun | info@galerie-neun.example | +41 61 331 99 09 | Rebgasse 9 | 4058 | Basel | ch | potential | cold |  | en | 19
  none 19: Only exhibitions twice a year; a rental may fit better.
Kletterhalle Griff | Fabio Caduff | info@kletterhalle-griff.example | +41 55 420 33 00 | Wiesenstrasse 2 | 8808 | Pfäffikon | ch | potential | cold |  |  | 31
Optik Sander | Monika Sander | info@optik-sander.example | +49 69 2199 7760 | Berger Straße 142 | 60385 | Frankfurt | de | potential | not_interested |  |  | 100
  none 100: Chose another provider. Ask again when their contract ends.
Pizzeria Vesuvio | Antonio Russo | info@pizzeria-vesuvio.example | +41 44 422 30 30 | Badenerstrasse 120 | 8004 | Zürich | ch | potential | not_interested |  |  | 130
  none 130: No web shop planned.
Chez Margot | Margot Petit | info@chez-margot.example | +33 1 48 87 33 60 | 31 rue de Turenne | 75003 | Paris | fr | potential | not_interested |  | fr | 85
Spielwaren Kunterbunt | Heike Lorenz | info@kunterbunt.example | +49 431 5578 20 | Holtenauer Straße 65 | 24105 | Kiel | de | potential | not_interested |  |  | 140
  none 140: The shop closes at the end of the year.
Taxi Rüegg | Hans Rüegg | info@taxi-ruegg.example | +41 55 240 11 11 | Bahnhofplatz 2 | 8640 | Rapperswil | ch | potential | not_interested |  |  | 110
Marie Fontaine |  | marie.fontaine@mail.example | +41 76 415 22 80 |  |  | Neuchâtel | ch | potential | hot |  | fr | 0
  medium 0 +0: Photographe indépendante, cherche un forfait mensuel sans engagement.
Oliver Grant |  | oliver.grant@mail.example | +41 79 318 40 26 |  |  | Zug | ch | potential | warm |  | en | 13
  none 13 +9: Consultant; would refer three of his clients.
`

const NOTE = /^ {2}(high|medium|none) (\d+)(?: ([+-]\d+))?: (.+)$/

function readNote(line: string): DemoNote | null {
  const [, priority, daysAgo, followUp, text] = NOTE.exec(line) ?? []
  return priority && text
    ? {
        text,
        priority: priority as NotePriority,
        daysAgo: Number(daysAgo),
        followUpInDays: followUp === undefined ? null : Number(followUp),
      }
    : null
}

function readLead(line: string): DemoLead {
  const cells = line.split("|").map((cell) => cell.trim())
  const profile = Object.fromEntries(COLUMNS.map((column, place) => [column, cells[place] || null]))
  const currency_code = profile.country_code === "ch" ? "chf" : "eur"
  return { profile: { ...profile, currency_code }, touchedDaysAgo: Number(cells[COLUMNS.length]), notes: [] }
}

/** With the three who can log in, fifty. */
export const LEADS: readonly DemoLead[] = TABLE.trim()
  .split("\n")
  .reduce<DemoLead[]>((leads, line) => {
    const note = readNote(line)
    const last = leads.at(-1)
    if (note && last) {
      last.notes.push(note)
      return leads
    }
    return [...leads, readLead(line)]
  }, [])
