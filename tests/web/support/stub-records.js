// A few records of the kind that an archive holds: what the stub engine searches.

const kDispatch = { kind: ['Article'], author: ['Qi Bin'], source: ['China News Service'], date: ['2002-10-28'] };
const kReview = { kind: ['Article'], author: ['Dai Bingguo'], source: ['People’s Daily'], date: ['2002-10-11'] };

const record = (id, title, meta, ...sections) => ({ id: `${id}.md`, url: `${id}.html`, title, meta, sections });

export const kRecords = [
  record(
    'articles/new-characteristics',
    'New Characteristics of the Communist Party of China’s International Work Since Its Fifteenth National Congress',
    kReview,
    ['', 'A review of five years of contacts between the party and foreign political parties, by the minister of its International Department.'],
    ['Party diplomacy beside government diplomacy', 'The first section describes party diplomacy as a channel to countries without diplomatic relations with China, and counts nearly fifty delegations from such countries.'],
    ['Lessons on party building', 'The third section turns to the study of how foreign parties govern, and what the author draws from it for party building at home.'],
  ),
  record(
    'articles/impressive-achievements',
    'Impressive Achievements in Pragmatic and Innovative Foreign Contacts of the Communist Party of China',
    kDispatch,
    ['', 'A dispatch of the China News Service from Beijing, one of a series before the Sixteenth National Congress of the party.'],
    ['The European Parliament', 'The dispatch reports that a delegation visited the European Parliament in 2001, and links the visit to a plan to nominate candidates for the Sakharov Prize.'],
    ['Latin America', 'Contacts are reported with more than twenty parties in eleven of the fourteen countries without diplomatic relations in the region.'],
  ),
  record('people/jiang-zemin', 'Jiang Zemin', { kind: ['Person'] },
    ['Offices', 'General Secretary of the party during the years that both articles describe; the first article quotes his report of September 1997.'],
    ['In the articles', 'Named as a traveller to Vietnam and to the Democratic People’s Republic of Korea, and as host to delegations of foreign parties in Beijing.']),
  record('people/dai-bingguo', 'Dai Bingguo', { kind: ['Person'] },
    ['Offices', 'Minister of the International Department of the Central Committee, and author of the article in People’s Daily.']),
  record('people/qi-bin', 'Qi Bin', { kind: ['Person'] },
    ['In the articles', 'Reporter of the China News Service, named at the head of the dispatch of 28 October 2002.']),
  record('bodies/international-department', 'International Department of the CPC Central Committee', { kind: ['Body'] },
    ['What it does', 'The department of the party that keeps its contacts with foreign parties; its minister wrote one of the articles and a source in it is quoted in the other.']),
  record('bodies/european-parliament', 'European Parliament', { kind: ['Body'] },
    ['In the articles', 'A delegation of the party was received there in 2001 as guests of a parliamentary group, according to the dispatch.']),
  record('terms/party-diplomacy', 'Party diplomacy', { kind: ['Term'] },
    ['Meaning', 'The articles’ name for contacts between political parties that serve relations between states; it is set beside government diplomacy.'],
    ['Where it stands', 'Both articles use the term; the first gives it a section of its own and the second ties it to business.']),
  record('terms/party-building', 'Party building', { kind: ['Term'] },
    ['Meaning', 'The upkeep of a party’s organisation, thought and discipline, as the articles use the words.']),
  record('terms/three-represents', 'Three Represents', { kind: ['Term'] },
    ['Meaning', 'A formula put forward by Jiang Zemin; the first article says that foreign parties came to know it through contacts.']),
  record('events/fifteenth-national-congress', 'Fifteenth National Congress', { kind: ['Event'], date: ['1997-09'] },
    ['When', 'Held in September 1997; both articles count the five years of contacts from it.']),
  record('events/sixteenth-national-congress', 'Sixteenth National Congress', { kind: ['Event'], date: ['2002-11'] },
    ['When', 'The congress that both articles look forward to in October 2002.']),
  record('figures/418-parties', '418 parties and organisations in 147 countries and regions', { kind: ['Figure'], source: ['People’s Daily'], date: ['2001-12-31'] },
    ['What is counted', 'Parties and organisations that had contacts with the party by the end of 2001, as the first article has it. The dispatch gives rounder numbers: more than 400 in over 140.']),
  record('places/vietnam', 'Vietnam', { kind: ['Place'] },
    ['In the articles', 'Visited by Jiang Zemin; its governing party is named among those that discuss party building and socialism.']),
  record('places/cuba', 'Cuba', { kind: ['Place'] },
    ['In the articles', 'Named with Vietnam and Laos among the countries whose parties take part in such discussions.']),
  record('places/latin-america', 'Latin America', { kind: ['Place'] },
    ['In the articles', 'Eleven of fourteen countries there that had no diplomatic relations with China are said to have parties in contact.']),
];
