// The function words of some languages, folded and sorted.
#include "common/text/stop_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace pressmark {
namespace {

// "not", "without", "before", "against" and the like stay out: they change what is asked for.
// Contractions such as "don't" are in: in questions they are asked in passing.
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"a",       "about", "am",     "an",    "and",   "any",   "are",   "arent", "as",      "at",    "be",
     "because", "been",  "being",  "but",   "by",    "can",   "cant",  "could", "couldnt", "did",   "didnt",
     "do",      "does",  "doesnt", "doing", "dont",  "each",  "for",   "from",  "had",     "has",   "have",
     "having",  "he",    "her",    "here",  "hers",  "him",   "his",   "how",   "i",       "if",    "im",
     "in",      "into",  "is",     "isnt",  "it",    "its",   "ive",   "just",  "let",     "lets",  "me",
     "might",   "must",  "my",     "of",    "on",    "or",    "our",   "ours",  "shall",   "she",   "should",
     "so",      "some",  "such",   "than",  "that",  "thats", "the",   "their", "them",    "then",  "there",
     "theres",  "these", "they",   "this",  "those", "to",    "too",   "us",    "very",    "was",   "we",
     "were",    "what",  "whats",  "when",  "where", "which", "while", "who",   "whom",    "whose", "why",
     "will",    "with",  "would",  "you",   "your",  "yours"});

constexpr auto kFrench = std::to_array<std::string_view>(
    {"a",       "ai",    "au",    "aux",   "avec",   "c",       "ce",    "ces",   "cet",  "cette", "comme",
     "comment", "d",     "dans",  "de",    "des",    "du",      "elle",  "elles", "en",   "est",   "et",
     "etait",   "etre",  "eux",   "fait",  "il",     "ils",     "j",     "je",    "l",    "la",    "le",
     "les",     "leur",  "leurs", "lui",   "m",      "ma",      "mais",  "me",    "meme", "mes",   "moi",
     "mon",     "n",     "nos",   "notre", "nous",   "on",      "ont",   "ou",    "par",  "pour",  "pourquoi",
     "qu",      "quand", "que",   "quel",  "quelle", "quelles", "quels", "qui",   "quoi", "s",     "sa",
     "se",      "ses",   "si",    "son",   "sont",   "sur",     "t",     "ta",    "te",   "tes",   "toi",
     "ton",     "tu",    "un",    "une",   "vos",    "votre",   "vous",  "y"});

constexpr auto kGerman = std::to_array<std::string_view>(
    {"aber",  "als",   "am",     "an",     "auch",   "auf",    "aus",  "bei",    "bin",     "bis",
     "da",    "damit", "dann",   "das",    "dass",   "dem",    "den",  "der",    "des",     "die",
     "dies",  "diese", "diesem", "diesen", "dieser", "dieses", "du",   "durch",  "ein",     "eine",
     "einem", "einen", "einer",  "eines",  "er",     "es",     "fur",  "haben",  "hat",     "hatte",
     "ich",   "ihr",   "ihre",   "im",     "in",     "ist",    "ja",   "kann",   "man",     "mit",
     "nach",  "noch",  "nun",    "nur",    "ob",     "oder",   "sein", "seine",  "sich",    "sie",
     "sind",  "so",    "soll",   "uber",   "um",     "und",    "uns",  "unter",  "vom",     "von",
     "vor",   "wann",  "war",    "waren",  "warum",  "was",    "weil", "welche", "welcher", "welches",
     "wenn",  "wer",   "werden", "wie",    "wir",    "wird",   "wo",   "zu",     "zum",     "zur"});

constexpr auto kSpanish = std::to_array<std::string_view>(
    {"a",     "al",  "algo", "como",  "con",   "cual",  "cuales", "cuando",  "de",     "del",   "desde",
     "donde", "e",   "el",   "ella",  "ellas", "ellos", "en",     "entre",   "era",    "es",    "esa",
     "ese",   "eso", "esta", "estan", "este",  "esto",  "estos",  "fue",     "ha",     "hay",   "la",
     "las",   "le",  "les",  "lo",    "los",   "mas",   "me",     "mi",      "mis",    "mucho", "muy",
     "nos",   "o",   "os",   "otra",  "otro",  "para",  "pero",   "por",     "porque", "que",   "quien",
     "se",    "ser", "si",   "sobre", "son",   "su",    "sus",    "tambien", "te",     "tiene", "tu",
     "tus",   "u",   "un",   "una",   "unas",  "uno",   "unos",   "y",       "ya",     "yo"});

constexpr auto kItalian = std::to_array<std::string_view>(
    {"a",      "agli",   "ai",     "al",     "alla",   "alle",   "allo",   "anche",  "c",      "che",
     "chi",    "ci",     "come",   "con",    "d",      "da",     "dai",    "dal",    "dalla",  "dalle",
     "de",     "dei",    "del",    "dell",   "della",  "delle",  "dello",  "di",     "dove",   "e",
     "ed",     "era",    "gli",    "ha",     "hanno",  "i",      "il",     "in",     "io",     "l",
     "la",     "le",     "lei",    "lo",     "loro",   "lui",    "ma",     "mi",     "nei",    "nel",
     "nell",   "nella",  "nelle",  "o",      "per",    "perche", "piu",    "quale",  "quali",  "quando",
     "quanto", "quella", "quelle", "quelli", "quello", "questa", "queste", "questi", "questo", "se",
     "si",     "sia",    "sono",   "su",     "sua",    "sue",    "sugli",  "sui",    "sul",    "sulla",
     "suo",    "suoi",   "ti",     "tra",    "tu",     "un",     "una",    "uno",    "vi"});

constexpr auto kDutch = std::to_array<std::string_view>(
    {"aan",  "al",   "als",  "bij",    "dan",    "dat",     "de",    "deze",   "die",   "dit", "door",
     "dus",  "een",  "en",   "er",     "ging",   "had",     "heb",   "hebben", "heeft", "het", "hij",
     "hoe",  "hun",  "ik",   "in",     "is",     "je",      "kan",   "kunnen", "maar",  "me",  "meer",
     "met",  "mij",  "mijn", "moet",   "na",     "naar",    "nog",   "nu",     "of",    "om",  "omdat",
     "ons",  "onze", "ook",  "op",     "over",   "te",      "ten",   "tot",    "u",     "uit", "uw",
     "van",  "veel", "voor", "waar",   "waarom", "wanneer", "waren", "was",    "wat",   "we",  "welke",
     "werd", "wie",  "wij",  "worden", "wordt",  "ze",      "zich",  "zij",    "zijn",  "zo",  "zou"});

constexpr auto kPortuguese = std::to_array<std::string_view>(
    {"a",     "ao",    "aos",    "as",   "ate",   "com",   "como",  "da",    "das",    "de",   "dela",
     "dele",  "deles", "depois", "do",   "dos",   "e",     "ela",   "elas",  "ele",    "eles", "em",
     "entre", "era",   "essa",   "esse", "esta",  "estao", "este",  "eu",    "foi",    "ha",   "isso",
     "isto",  "ja",    "la",     "lhe",  "mais",  "mas",   "me",    "mesmo", "meu",    "meus", "minha",
     "muito", "na",    "nas",    "no",   "nos",   "nossa", "nosso", "num",   "numa",   "o",    "onde",
     "os",    "ou",    "para",   "pela", "pelas", "pelo",  "pelos", "por",   "porque", "qual", "quando",
     "que",   "quem",  "sao",    "se",   "ser",   "seu",   "seus",  "so",    "sua",    "suas", "tambem",
     "te",    "tem",   "um",     "uma",  "uns",   "voce",  "voces"});

struct Language {
  std::string_view code;
  std::span<std::string_view const> words;
};

constexpr Language kLanguages[] = {{"de", kGerman},  {"en", kEnglish}, {"es", kSpanish},   {"fr", kFrench},
                                   {"it", kItalian}, {"nl", kDutch},   {"pt", kPortuguese}};

static_assert(std::ranges::all_of(kLanguages, [](auto const& language) {
  return std::ranges::is_sorted(language.words);
}));

}  // namespace

bool is_stop_word(std::string_view folded_word, std::string_view language) {
  auto const known = std::ranges::find(kLanguages, language, &Language::code);
  return known != std::end(kLanguages) && std::ranges::binary_search(known->words, folded_word);
}

}  // namespace pressmark
