/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bell-demo-words.h"

#define WORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* The more guests a nation sends to Lisbon, the further up; see pick_nation (). All people are invented. */
const BellDemoNation bell_demo_nations[] = {
  { "PRT", "pt", "+351 91", WORDS ("Maria", "João", "Ana", "Diogo", "Rita", "Gonçalo", "Marta", "Afonso", "Teresa", "Bruno"),
    WORDS ("Almeida", "Sequeira", "Teixeira", "Carneiro", "Magalhães", "Brito", "Falcão", "Quintela", "Saraiva", "Neves") },
  { "ESP", "es", "+34 61", WORDS ("Lucía", "Javier", "Carmen", "Álvaro", "Marta", "Sergio", "Elena", "Pablo"),
    WORDS ("García", "Navarro", "Ortega", "Ibáñez", "Castillo", "Méndez", "Rubio", "Cabrera", "Echeverría") },
  { "FRA", "fr", "+33 6", WORDS ("Camille", "Julien", "Élodie", "Mathieu", "Claire", "Antoine", "Sophie", "Rémi"),
    WORDS ("Moreau", "Lefèvre", "Garnier", "Dubois", "Chevalier", "Perrin", "Fontaine", "Blanchard", "Rousseau") },
  { "GBR", "en", "+44 77", WORDS ("Emma", "Oliver", "Charlotte", "James", "Amelia", "George", "Priya", "Callum"),
    WORDS ("Whitaker", "Hughes", "Pemberton", "Clarke", "Doyle", "Fletcher", "Ainsworth", "Patel", "MacLeod") },
  { "DEU", "de", "+49 171", WORDS ("Anna", "Jonas", "Katharina", "Felix", "Johanna", "Stefan", "Miriam", "Lukas"),
    WORDS ("Weber", "Hoffmann", "Schreiber", "Krüger", "Lindner", "Vogel", "Bachmann", "Jäger", "Öztürk") },
  { "USA", "en", "+1 415", WORDS ("David", "Jennifer", "Michael", "Ashley", "Robert", "Linda", "Marcus", "Grace"),
    WORDS ("Williams", "Brooks", "Delgado", "Henderson", "Kim", "Russo", "Freeman", "Sullivan", "Nguyen") },
  { "BRA", "pt", "+55 11 9", WORDS ("Fernanda", "Rafael", "Juliana", "Thiago", "Camila", "Gustavo", "Letícia", "Caio"),
    WORDS ("Barbosa", "Cavalcanti", "Rezende", "Freitas", "Moura", "Peixoto", "Sampaio", "Vasconcelos") },
  { "ITA", "it", "+39 34", WORDS ("Giulia", "Matteo", "Francesca", "Lorenzo", "Alessia", "Davide", "Elisa"),
    WORDS ("Conti", "Marchetti", "De Luca", "Ferraro", "Galli", "Santoro", "Rinaldi", "Pellegrini") },
  { "NLD", "nl", "+31 6", WORDS ("Sanne", "Daan", "Femke", "Bram", "Lotte", "Joost"),
    WORDS ("de Vries", "van den Berg", "Jansen", "Visser", "Mulder", "Bakker", "Hoekstra") },
  { "IRL", "en", "+353 87", WORDS ("Aoife", "Cian", "Niamh", "Eoin", "Saoirse", "Declan"),
    WORDS ("O’Connor", "Byrne", "Gallagher", "Kavanagh", "Ó Súilleabháin", "Fitzgerald") },
  { "POL", "pl", "+48 60", WORDS ("Agnieszka", "Piotr", "Magdalena", "Tomasz", "Zofia"),
    WORDS ("Kowalczyk", "Wiśniewska", "Zając", "Szymański", "Łuczak", "Grabowski") },
  { "SWE", "sv", "+46 70", WORDS ("Elsa", "Oskar", "Ingrid", "Axel", "Saga"),
    WORDS ("Bergström", "Lindgren", "Åkesson", "Nyström", "Sjöberg") },
  { "JPN", "ja", "+81 90", WORDS ("Haruka", "Kenji", "Aiko", "Takumi", "Naomi"),
    WORDS ("Sato", "Nakamura", "Fujimoto", "Kobayashi", "Ishikawa") },
  { "IND", "en", "+91 98", WORDS ("Ananya", "Rohan", "Kavya", "Arjun", "Meera"),
    WORDS ("Iyer", "Mehta", "Chatterjee", "Reddy", "Kapoor") },
  { "CHN", "zh", "+86 138", WORDS ("Wei", "Li Na", "Jun", "Xiaoming", "Mei"),
    WORDS ("Zhang", "Liu", "Huang", "Zhao", "Lin") },
  { "NGA", "en", "+234 80", WORDS ("Chiamaka", "Emeka", "Ngozi", "Tunde"),
    WORDS ("Adeyemi", "Okonkwo", "Balogun", "Eze") },
};
const guint bell_demo_n_nations = G_N_ELEMENTS (bell_demo_nations);

const BellDemoTest bell_demo_tests[] = {
  { "taxes", "City tax on a stay of nine nights", "Seven nights are charged", "Seven nights are charged", NULL },
  { "taxes", "Child under thirteen pays no city tax", "No tax line", "No tax line", NULL },
  { "refunds", "Refund of one of three nights", "One line of minus one night", "One line of minus one night", NULL },
  { "refunds", "Refund above the limit of the front desk", "Waits for a supervisor", "Waits for a supervisor", NULL },
  { "rates", "Lowest rate on a trade fair day", "Not below 140", "129 was offered on the booking site", "Rate floor is missing for the fair week; to be set in the channel manager." },
  { "rights", "Housekeeping sees no telephone numbers", "Field is absent", "Field is absent", NULL },
  { "rights", "Nobody raises their own rights", "Refused with a sentence", "Refused with a sentence", NULL },
  { "interfaces", "Room move arrives within a minute", "New room on the record", "New room after forty seconds", NULL },
  { "interfaces", "Cancelled stay stops the message", "Message is not sent", "Message was sent", "Order of the two exports must change; the maker knows." },
  { "messages", "Welcome message in Japanese", "No signs are broken", "No signs are broken", NULL },
  { "messages", "Answer of the guest reaches the record", "Shown on the record", "Shown on the record", NULL },
  { "escalation", "Request one hour late at night", "General manager is told", "General manager is told", NULL },
  { "escalation", "Clock stands still while blocked", "No alert", "No alert", NULL },
};
const guint bell_demo_n_tests = G_N_ELEMENTS (bell_demo_tests);

const BellDemoSetup bell_demo_setups[] = {
  { "master-data", "Master data of the annex", "hotel system", "room-type", "DLX-SEA", "DSV", NULL },
  { "rooms", "Rooms 501 to 524 after the renovation", "hotel system", "room", "0512", "512", NULL },
  { "rooms", "Connecting rooms on the second floor", "hotel system", "room", "211C", "211", NULL },
  { "taxes", "City tax of Lisbon from this month", "accounting", "transaction", "TAX-LX", "CITY", "8000" },
  { "taxes", "Value-added tax of breakfast", "point of sale", "transaction", "BF13", "FB-BF", "3010" },
  { "users", "People and rights of the night shift", "older program", "department", "NIGHT", "front-office", NULL },
  { "interfaces", "Telephone charges on the bill", "telephone", "transaction", "TEL01", "PHONE", "5000" },
  { "interfaces", "Rates of the booking site", "booking site", "rate-plan", "GENIUS10", "BAR-10", NULL },
  { "interfaces", "Door locks of the annex", "door locks", "room", "A-07", "107", NULL },
  { "interfaces", "Packages from the channel manager", "channel manager", "package", "ROMANCE", "PK-ROM", NULL },
  { "training", "Training of housekeeping", "older program", "department", "HSK", "housekeeping", NULL },
  { "go-live", "Spa goes live", "point of sale", "market", "SPA-DAY", "LEISURE", NULL },
};
const guint bell_demo_n_setups = G_N_ELEMENTS (bell_demo_setups);

const char *const bell_demo_handovers[] = {
  "My shift ends and the guest comes back at nine.",
  "Speaks the guest’s language.",
  "Knows the guest from the last stay.",
  "I am off until Friday.",
  "Two complaints at once; this one goes to the colleague.",
  "Is in the house when the technician comes.",
};
const guint bell_demo_n_handovers = G_N_ELEMENTS (bell_demo_handovers);

const char *const bell_demo_changes[] = {
  "The guest asked for another time by telephone.",
  "Flight changed, told by the airline.",
  "Department cannot keep the time; agreed with the guest.",
  "Typing error, noticed on the second look.",
  "The company changed its booking.",
  "Agreed in the morning briefing.",
};
const guint bell_demo_n_changes = G_N_ELEMENTS (bell_demo_changes);

const char *const bell_demo_refusals[] = {
  "The first promise stands; we keep it.",
  "Not without asking the guest again.",
  "Too far from what was agreed; please call me.",
};
const guint bell_demo_n_refusals = G_N_ELEMENTS (bell_demo_refusals);

const char *const bell_demo_comments[] = {
  "Lovely team at the desk, thank you.",
  "Room was quiet, breakfast excellent.",
  "Quick help with everything we asked for.",
  "A bit of noise from the street, otherwise perfect.",
  "The lift is slow in the morning.",
  "Felt at home from the first minute.",
  "Towels came in five minutes!",
  "Small bathroom, great location.",
  "Would come back for the pastéis alone.",
  "Check-in took too long, the rest was fine.",
};
const guint bell_demo_n_comments = G_N_ELEMENTS (bell_demo_comments);

const char *const bell_demo_campaigns[] = {
  "Stay three, pay two in January",
  "Christmas market weekend",
  "Friends of the house: free upgrade",
  "Spa days for two",
  "Marathon weekend",
};
const guint bell_demo_n_campaigns = G_N_ELEMENTS (bell_demo_campaigns);
