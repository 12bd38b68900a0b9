// The table of encodings. Only these reach iconv: labels come from strangers.
#include "indexer/decode/encoding_label.h"

#include <algorithm>
#include <string>

#include "common/strings/ascii.h"

namespace pressmark {

Encoding const kUtf8{"UTF-8", "UTF-8", 1};
Encoding const kUtf16LittleEndian{"UTF-16LE", "UTF-16LE", 2};
Encoding const kUtf16BigEndian{"UTF-16BE", "UTF-16BE", 2};
Encoding const kUtf32LittleEndian{"UTF-32LE", "UTF-32LE", 4};
Encoding const kUtf32BigEndian{"UTF-32BE", "UTF-32BE", 4};
Encoding const kWindows1252{"windows-1252", "CP1252", 1};

namespace {

Encoding const kWindows1250{"windows-1250", "CP1250", 1};
Encoding const kWindows1251{"windows-1251", "CP1251", 1};
Encoding const kWindows1253{"windows-1253", "CP1253", 1};
Encoding const kWindows1254{"windows-1254", "CP1254", 1};
Encoding const kWindows1255{"windows-1255", "CP1255", 1};
Encoding const kWindows1256{"windows-1256", "CP1256", 1};
Encoding const kWindows1257{"windows-1257", "CP1257", 1};
Encoding const kWindows1258{"windows-1258", "CP1258", 1};
Encoding const kWindows874{"windows-874", "CP874", 1};
Encoding const kIso2{"ISO-8859-2", "ISO-8859-2", 1};
Encoding const kIso3{"ISO-8859-3", "ISO-8859-3", 1};
Encoding const kIso4{"ISO-8859-4", "ISO-8859-4", 1};
Encoding const kIso5{"ISO-8859-5", "ISO-8859-5", 1};
Encoding const kIso6{"ISO-8859-6", "ISO-8859-6", 1};
Encoding const kIso7{"ISO-8859-7", "ISO-8859-7", 1};
Encoding const kIso8{"ISO-8859-8", "ISO-8859-8", 1};
Encoding const kIso10{"ISO-8859-10", "ISO-8859-10", 1};
Encoding const kIso13{"ISO-8859-13", "ISO-8859-13", 1};
Encoding const kIso14{"ISO-8859-14", "ISO-8859-14", 1};
Encoding const kIso15{"ISO-8859-15", "ISO-8859-15", 1};
Encoding const kIso16{"ISO-8859-16", "ISO-8859-16", 1};
Encoding const kKoi8R{"KOI8-R", "KOI8-R", 1};
Encoding const kKoi8U{"KOI8-U", "KOI8-U", 1};
Encoding const kIbm866{"IBM866", "CP866", 1};
Encoding const kMacintosh{"macintosh", "MACINTOSH", 1};
Encoding const kMacCyrillic{"x-mac-cyrillic", "MAC-CYRILLIC", 1};
Encoding const kGb18030{"GB18030", "GB18030", 1};
Encoding const kBig5{"Big5", "BIG5-HKSCS", 1};
Encoding const kEucJp{"EUC-JP", "EUC-JP", 1};
Encoding const kShiftJis{"Shift_JIS", "CP932", 1};
Encoding const kIso2022Jp{"ISO-2022-JP", "ISO-2022-JP", 1};
Encoding const kEucKr{"EUC-KR", "UHC", 1};

struct Label {
  std::string_view text;  // letters and digits alone, in lower case
  Encoding const& encoding;
};

Label const kLabels[] = {
    {"utf8", kUtf8},
    {"unicode11utf8", kUtf8},
    {"utf16", kUtf16LittleEndian},
    {"utf16le", kUtf16LittleEndian},
    {"utf16be", kUtf16BigEndian},
    {"ucs2", kUtf16LittleEndian},
    {"unicode", kUtf16LittleEndian},
    {"iso10646ucs2", kUtf16LittleEndian},
    {"utf32", kUtf32LittleEndian},
    {"utf32le", kUtf32LittleEndian},
    {"utf32be", kUtf32BigEndian},
    {"ucs4", kUtf32BigEndian},
    {"iso10646ucs4", kUtf32BigEndian},
    {"windows1252", kWindows1252},
    {"cp1252", kWindows1252},
    {"xcp1252", kWindows1252},
    {"usascii", kWindows1252},
    {"ascii", kWindows1252},
    {"ansix341968", kWindows1252},
    {"iso88591", kWindows1252},
    {"latin1", kWindows1252},
    {"l1", kWindows1252},
    {"ibm819", kWindows1252},
    {"cp819", kWindows1252},
    {"windows1250", kWindows1250},
    {"cp1250", kWindows1250},
    {"windows1251", kWindows1251},
    {"cp1251", kWindows1251},
    {"windows1253", kWindows1253},
    {"cp1253", kWindows1253},
    {"windows1254", kWindows1254},
    {"cp1254", kWindows1254},
    {"iso88599", kWindows1254},
    {"latin5", kWindows1254},
    {"windows1255", kWindows1255},
    {"cp1255", kWindows1255},
    {"windows1256", kWindows1256},
    {"cp1256", kWindows1256},
    {"windows1257", kWindows1257},
    {"cp1257", kWindows1257},
    {"windows1258", kWindows1258},
    {"cp1258", kWindows1258},
    {"windows874", kWindows874},
    {"iso885911", kWindows874},
    {"tis620", kWindows874},
    {"iso88592", kIso2},
    {"latin2", kIso2},
    {"iso88593", kIso3},
    {"latin3", kIso3},
    {"iso88594", kIso4},
    {"latin4", kIso4},
    {"iso88595", kIso5},
    {"cyrillic", kIso5},
    {"iso88596", kIso6},
    {"arabic", kIso6},
    {"iso88597", kIso7},
    {"greek", kIso7},
    {"iso88598", kIso8},
    {"iso88598i", kIso8},
    {"hebrew", kIso8},
    {"iso885910", kIso10},
    {"latin6", kIso10},
    {"iso885913", kIso13},
    {"iso885914", kIso14},
    {"iso885915", kIso15},
    {"latin9", kIso15},
    {"iso885916", kIso16},
    {"koi8r", kKoi8R},
    {"koi8", kKoi8R},
    {"koi8u", kKoi8U},
    {"koi8ru", kKoi8U},
    {"ibm866", kIbm866},
    {"cp866", kIbm866},
    {"macintosh", kMacintosh},
    {"macroman", kMacintosh},
    {"xmacroman", kMacintosh},
    {"xmaccyrillic", kMacCyrillic},
    {"gb18030", kGb18030},
    {"gbk", kGb18030},
    {"xgbk", kGb18030},
    {"gb2312", kGb18030},
    {"gb231280", kGb18030},
    {"chinese", kGb18030},
    {"big5", kBig5},
    {"big5hkscs", kBig5},
    {"xxbig5", kBig5},
    {"cnbig5", kBig5},
    {"eucjp", kEucJp},
    {"xeucjp", kEucJp},
    {"shiftjis", kShiftJis},
    {"sjis", kShiftJis},
    {"xsjis", kShiftJis},
    {"mskanji", kShiftJis},
    {"windows31j", kShiftJis},
    {"iso2022jp", kIso2022Jp},
    {"euckr", kEucKr},
    {"korean", kEucKr},
    {"ksc5601", kEucKr},
    {"ksc56011987", kEucKr},
    {"windows949", kEucKr},
};

}  // namespace

Encoding const* find_encoding(std::string_view label) {
  std::string name;
  for (char const c : label.substr(0, label.find(':'))) {  // "ISO_8859-1:1987" names a year
    if (is_letter(c) || is_digit(c)) name += lower(c);
  }
  auto const* const known = std::find_if(std::begin(kLabels), std::end(kLabels),
                                         [&](Label const& entry) { return entry.text == name; });
  return known == std::end(kLabels) ? nullptr : &known->encoding;
}

}  // namespace pressmark
