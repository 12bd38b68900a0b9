// What words, compounds, identifiers and numbers become: the cases of docs/analyzer.md.
#include "common/text/analyzer.h"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

using namespace pressmark;

namespace {

// The terms of `text`, separated by spaces, as words: w, +part, =joined, ~alternate. A form that
// spans more than one position ends with "/span".
std::string terms(std::string_view text, TextKind kind = TextKind::prose) {
  constexpr std::string_view kSymbols[] = {"", "+", "=", "~"};
  Analysis analysis;
  Analyzer().analyze(text, kind, analysis);
  std::string result;
  for (auto const& term : analysis.terms()) {
    if (!result.empty()) result += ' ';
    result += kSymbols[static_cast<std::size_t>(term.kind)];
    result += analysis.text(term);
    if (term.span > 1) result += "/" + std::to_string(term.span);
  }
  return result;
}

struct Case {
  std::string_view text;
  std::string_view terms;
};

template <std::size_t size>
void check(Case const (&cases)[size], TextKind kind = TextKind::prose) {
  for (auto const& c : cases) {
    BOOST_TEST_CONTEXT(c.text) {
      BOOST_TEST(terms(c.text, kind) == c.terms);
    }
  }
}

// All forms that `text` is found by, in order, whatever their kind.
std::string forms(std::string_view text) {
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  std::string result;
  for (auto const& term : analysis.terms()) {
    if (!result.empty()) result += ' ';
    result += analysis.text(term);
  }
  return result;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(analyzer)

BOOST_AUTO_TEST_CASE(words_are_folded_and_punctuation_separates_them) {
  check({
      {"", ""},
      {"  ,;!  ", ""},
      {"Rename, then delete.", "rename then delete"},
      {"“rename then delete”", "rename then delete"},
      {"itself—they", "itself they"},
      {"Builder–Runtime Split", "builder runtime split"},
      {"foo--bar", "foo bar"},
      {"résumé Façade FACADE Naïve ö", "resume facade facade naive o"},
      {"STRAßE straße STRASSE ﬁn Ørsted Æther", "strasse strasse strasse fin orsted aether"},
      {"47\u00A0GB", "47 gb"},
      {"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
      {"**Lighthouse**: built `in`", "lighthouse built in"},
      {"caf\xE9 \xFF\xFEx", "caf x"},
  });
}

BOOST_AUTO_TEST_CASE(symbols_separate_and_give_nothing) {
  check({
      {"parse → analyze × rewrite", "parse analyze rewrite"},
      {"x·y wait…what", "x y wait what"},
      {"├── notes │ └─", "notes"},
      {"🧹 Cleaning ❌✅🤖done", "cleaning done"},
      {"Pressmark™ 20℃", "pressmark 20"},
  });
}

BOOST_AUTO_TEST_CASE(hyphenated_words_give_their_parts_and_the_joined_form) {
  check({
      {"write-ahead", "+write =writeahead/2 +ahead"},
      {"first\u2011class", "+first =firstclass/2 +class"},
      {"first\u2010class", "+first =firstclass/2 +class"},
      {"Wi\u2011Fi", "+wi =wifi/2 +fi"},
      {"state-of-the-art", "+state =stateoftheart/4 +of +the +art"},
      {"12–18 months", "+12 =1218/2 +18 months"},
      {"12-18", "+12 =1218/2 +18"},
      {"2023-02-02", "+2023 =20230202/3 +02 +02"},
      {"-dash- trailing- -leading", "dash trailing leading"},
  });
}

BOOST_AUTO_TEST_CASE(spellings_of_one_name_share_a_form) {
  constexpr std::string_view kSpellings[][2] = {
      {"write-ahead", "writeahead"},
      {"writeAhead", "writeahead"},
      {"write_ahead", "writeahead"},
      {"HTTP/2", "http2"},
      {"http-2", "http2"},
      {"HTTP\u20112", "http2"},
      {"HTTP2", "http2"},
      {"follow\u2011up", "followup"},
      {"Wi-Fi", "wifi"},
      {"WiFi", "wifi"},
      {"Node.js", "nodejs"},
      {"NodeJS", "nodejs"},
      {"e-mail", "email"},
      {"U.S.", "us"},
      {"Ph.D.", "phd"},
      {"PhD", "phd"},
      {"O(H²)", "h2"},
      {"O(H^2)", "h2"},
  };
  for (auto const& [spelling, form] : kSpellings) {
    BOOST_TEST_CONTEXT(spelling) {
      BOOST_TEST((" " + forms(spelling) + " ").find(" " + std::string(form) + " ") != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(identifiers_fall_into_words) {
  check({
      {"failed_total", "+failed =failedtotal/2 +total"},
      {"_parse_input", "+parse =parseinput/2 +input"},
      {"__aenter__", "aenter"},
      {"AsyncExitStack", "+async =asyncexitstack/3 +exit +stack"},
      {"InjectedToolCallId", "+injected =injectedtoolcallid/4 +tool +call +id"},
      {"NewHeadAndOOOQuerier", "+new =newheadandoooquerier/5 +head +and +ooo +querier"},
      {"HTTPServer", "+http =httpserver/2 +server"},
      {"iPhone OpenAI", "+i =iphone/2 +phone +open =openai/2 +ai"},
      {"GitHub", "+git =github/2 +hub"},
      {"ALLCAPS README", "allcaps readme"},
      {"IDs APIs URLs", "ids apis urls"},
      {"URLsToFetch", "+urls =urlstofetch/3 +to +fetch"},
      {"JavaScript", "javascript"},
      {"ProcessInterrupts()", "+process =processinterrupts/2 +interrupts"},
      {"pop(0)", "pop 0"},
  });
}

BOOST_AUTO_TEST_CASE(letters_and_digits_part_only_where_the_letters_are_a_word) {
  check({
      {"http2 utf8 sha256", "+http =http2/2 +2 +utf =utf8/2 +8 +sha =sha256/2 +256"},
      {"p95 h2 es6 v1 x86", "p95 h2 es6 v1 x86"},
      {"200ms 2.5s 3rd 1.5GHz 64bit", "200ms 2.5s 3rd 1.5ghz 64bit"},
      {"base64encode", "+base =base64encode/2 +64encode"},
      {"PhysicsServer3D", "+physics =physicsserver3d/3 +server =server3d/2 +3d"},
      {"ERR_HTTP2_STREAM_CANCEL", "+err =errhttp2streamcancel/5 +http =http2/2 +2 +stream +cancel"},
      {"HTTP2Stream", "+http =http2/2 =http2stream/3 +2 +stream"},
      {"Log4j", "+log =log4j/2 +4j"},
  });
}

BOOST_AUTO_TEST_CASE(joined_names_give_their_inner_names_too) {
  check({
      {"Main::setup2()", "+main =mainsetup2/3 +setup =setup2/2 +2"},
      {"std::vector<int>", "+std =stdvector/2 +vector int"},
      {"ptr->field_name", "+ptr =ptrfieldname/3 +field =fieldname/2 +name"},
      {"torch.cuda.OutOfMemoryError",
       "+torch =torchcudaoutofmemoryerror/6 +cuda +out =outofmemoryerror/4 +of +memory +error"},
      {"tokenizer.ggml.bos_token_id",
       "+tokenizer =tokenizerggmlbostokenid/5 +ggml +bos =bostokenid/3 +token +id"},
      {"server/routes.go", "+server =serverroutesgo/3 +routes =routesgo/2 +go"},
      {"src/backend/tcop/postgres.c",
       "+src =srcbackendtcoppostgresc/5 +backend +tcop +postgres =postgresc/2 +c"},
      {"main.cpp node.js", "+main =maincpp/2 +cpp +node =nodejs/2 +js"},
      {"me@example.org", "+me =meexampleorg/3 +example =exampleorg/2 +org"},
      {"https://example.org/a", "https +example =exampleorg/2 =exampleorga/3 +org +a"},
      {"daemon.netController", "+daemon =daemonnetcontroller/3 +net =netcontroller/2 +controller"},
  });
}

BOOST_AUTO_TEST_CASE(other_punctuation_between_words_separates_or_joins_as_readers_expect) {
  check({
      {"HTTP/1.1", "+http =http1.1/2 +1.1"},
      {"React 18/19", "react +18 =1819/2 +19"},
      {"text/html+skybridge", "+text =texthtml/2 +html skybridge"},
      {"ctrl+x>c", "ctrl x c"},
      {"key=value a+b", "key value a b"},
      {"branch:to:{node}", "+branch =branchto/2 +to node"},
      {"font-display: optional", "+font =fontdisplay/2 +display optional"},
      {"global:shift+KeyA", "+global =globalshift/2 +shift +key =keya/2 +a"},
      {"_meta[\"openai/locale\"]", "meta +openai =openailocale/2 +locale"},
      {"AT&T a&1", "+at =att/2 +t a 1"},
      {"end.Next", "+end =endnext/2 +next"},
      {"#ifdef <table> @decorator $name 90%", "ifdef table decorator name 90"},
      {"U.S.A. e.g. U.S.-based", "usa eg us based"},
  });
}

BOOST_AUTO_TEST_CASE(numbers_and_versions_stay_whole) {
  check({
      {"2.1 1.4.22 v1.24.0", "2.1 1.4.22 v1.24.0"},
      {"4,000+ 1,000,000.50", "4000 1000000.50"},
      {"1,2,3 12,34 1.1,000", "1 2 3 12 34 1.1 000"},
      {"90+ $25K", "90 25k"},
      {"170-200KB", "+170 =170200kb/2 +200kb"},
      {"OAuth2.1", "+o =oauth2.1/3 +auth =auth2.1/2 +2.1"},
      {"10.0.0.1:8080", "+10.0.0.1 =10.0.0.18080/2 +8080"},
      {"10⁶ 10^6 x^y", "106 106 x y"},
  });
}

BOOST_AUTO_TEST_CASE(names_keep_the_signs_that_tell_them_apart) {
  check({
      {"C++ C# F# g++", "c++ c# f# g++"},
      {"(C++), C++. C#?", "c++ c++ c#"},
      {"C++17", "+c++ =c++17/2 +17"},
      {"C++/CLI", "+c++ =c++cli/2 +cli"},
      {"C++'s", "c++ ~c++s"},
      {"Disney+ notepad++", "disney ~disney+ notepad ~notepad++"},
      {"a++b PR# java#L4", "a b pr java l4"},
      {".NET", ".net ~net"},
      {"Java/.NET (.NET) **.NET**", "java .net ~net .net ~net .net ~net"},
      {".NET-based", "+.net ~net =netbased/2 +based"},
      {"ASP.NET", "+asp =aspnet/2 +net"},
      {"end...NET .5", "end net 5"},
  });
}

BOOST_AUTO_TEST_CASE(options_are_found_with_and_without_their_dashes) {
  check({
      {"--dry-run", "~--dry-run/2 +dry =dryrun/2 +run"},
      {"`--limit @file.retry`", "~--limit limit +file =fileretry/2 +retry"},
      {"--max_bytes=10", "~--max-bytes/2 +max =maxbytes/2 +bytes 10"},
      {"-v x--y --5", "v x y 5"},
  });
}

BOOST_AUTO_TEST_CASE(apostrophes_give_way) {
  check({
      {"don't don’t dont", "dont dont dont"},
      {"engine's Engine’s users'", "engine ~engines engine ~engines users"},
      {"OpenAI's", "+open =openai/2 ~openais/2 +ai"},
      {"I'm I've", "i ~im i ~ive"},
      {"we're she'll I'd", "we she i"},
      {"O'Reilly rock'n'roll Hawaiʻi", "oreilly rocknroll hawaii"},
      {"l'eau qu'il", "+l =leau/2 +eau +qu =quil/2 +il"},
      {"dell’arte", "+dell =dellarte/2 +arte"},
      {"'quoted' ‘quoted’", "quoted quoted"},
      {"the user's-guide", "the +user =userguide/2 +guide"},
  });
}

BOOST_AUTO_TEST_CASE(code_differs_from_prose_where_signs_mean_something_else) {
  check(
      {
          {"x = 'a'b'c'", "x a b c"},
          {"user's", "user s"},
          {"f(1,000)", "f 1 000"},
          {"a.b", "+a =ab/2 +b"},
          {"  .map(x)", "~.map map x"},
          {"C++ count++", "c++ count"},
          {"**kwargs", "kwargs"},
      },
      TextKind::code);
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces_give_characters_and_pairs) {
  check({
      {"東京都", "+東 =東京/2 +京 =京都/2 +都"},
      {"漢", "漢"},
      {"ｶﾞｽ ガス", "+ガ =ガス/2 +ス +ガ =ガス/2 +ス"},
      {"が か", "が か"},
      {"2023年", "2023 年"},
      {"Xapianの検索", "xapian +の =の検/2 +検 =検索/2 +索"},
      {"ไทย", "+ไ =ไท/2 +ท =ทย/2 +ย"},
      {"น้ำ", "+น้ํ =น้ํา/2 +า"},
      {"한국어 नमस्ते", "한국어 नमस्ते"},
  });
}

BOOST_AUTO_TEST_CASE(composed_and_decomposed_text_give_the_same_terms) {
  constexpr std::string_view kForms[][2] = {
      {"café Zoë", "cafe\u0301 Zoe\u0308"},
      {"ệ", "e\u0323\u0302"},
      {"русский ёлка їжак", "русскии\u0306 е\u0308лка і\u0308жак"},
      {"ガラス", "カ\u3099ラス"},
      {"한국", "\u1112\u1161\u11AB\u1100\u116E\u11A8"},
      {"ক\u09CB", "ক\u09C7\u09BE"},
  };
  for (auto const& [composed, decomposed] : kForms) {
    BOOST_TEST(forms(composed) == forms(decomposed));
  }
}

BOOST_AUTO_TEST_CASE(a_form_covers_the_bytes_it_came_from) {
  struct Range {
    std::string_view text, form, source;
  };
  constexpr Range kRanges[] = {
      {"the cafe\u0301.", "cafe", "cafe\u0301"},
      {"co\u00ADop-ed", "coop", "co\u00ADop"},
      {"“Write‑ahead”", "writeahead", "Write‑ahead"},
      {"Engine’s", "engine", "Engine"},
      {"Engine’s", "engines", "Engine’s"},
      {"the .NET", ".net", ".NET"},
      {"the .NET", "net", "NET"},
      {"use --dry-run.", "--dry-run", "--dry-run"},
      {"use --dry-run.", "dryrun", "dry-run"},
      {"about 4,000+", "4000", "4,000"},
      {"use C++.", "c++", "C++"},
      {"(ERR_HTTP2_X)", "http2", "HTTP2"},
      {"in 東京都", "京都", "京都"},
  };
  for (auto const& [text, form, source] : kRanges) {
    BOOST_TEST_CONTEXT(text << ": " << form) {
      Analysis analysis;
      Analyzer().analyze(text, TextKind::prose, analysis);
      bool found = false;
      for (auto const& term : analysis.terms()) {
        if (analysis.text(term) != form) continue;
        found = true;
        BOOST_TEST(text.substr(term.begin, term.end - term.begin) == source);
      }
      BOOST_TEST(found);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_word_and_part_takes_one_position) {
  Analysis analysis;
  Analyzer().analyze("one write-ahead OpenAI's .NET 東京", TextKind::prose, analysis);
  std::string positions;
  for (auto const& term : analysis.terms()) {
    positions += std::string(analysis.text(term)) + "@" + std::to_string(term.position) + " ";
  }
  BOOST_TEST(
      positions ==
      "one@0 write@1 writeahead@1 ahead@2 open@3 openai@3 openais@3 ai@4 .net@5 net@5 東@6 東京@6 京@7 ");
  BOOST_TEST(analysis.positions() == 8u);
}

BOOST_AUTO_TEST_CASE(terms_of_one_compound_share_a_token) {
  Analysis analysis;
  Analyzer().analyze("a write-ahead log", TextKind::prose, analysis);
  std::vector<std::uint32_t> tokens;
  for (auto const& term : analysis.terms()) tokens.push_back(term.token);
  BOOST_TEST(tokens == (std::vector<std::uint32_t>{0, 1, 1, 1, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_word_beyond_the_limit_is_dropped_but_keeps_its_position) {
  auto const longest = repeated("x", Analyzer::kMaxTermBytes);
  BOOST_TEST(terms(longest) == longest);

  Analysis analysis;
  Analyzer().analyze("a " + longest + "x b", TextKind::prose, analysis);
  BOOST_TEST_REQUIRE(analysis.terms().size() == 2u);
  BOOST_TEST(analysis.terms()[1].position == 2u);
}

BOOST_AUTO_TEST_CASE(a_joined_form_beyond_the_limit_is_left_out_and_its_inner_names_stay) {
  auto const path = repeated("folder/", 12) + "main.cpp";
  BOOST_TEST(terms(path) == repeated("+folder ", 12) + "+main =maincpp/2 +cpp");
}

BOOST_AUTO_TEST_CASE(a_compound_that_begins_beyond_the_limit_has_positions_but_no_terms) {
  Analysis analysis;
  Analyzer().analyze(repeated("x", 65) + "-tail end", TextKind::prose, analysis);
  BOOST_TEST_REQUIRE(analysis.terms().size() == 1u);
  BOOST_TEST(analysis.terms()[0].position == 2u);
}

BOOST_AUTO_TEST_CASE(an_analysis_can_be_reused) {
  Analyzer const analyzer;
  Analysis analysis;
  analyzer.analyze("first text", TextKind::prose, analysis);
  analyzer.analyze("other", TextKind::prose, analysis);
  BOOST_TEST_REQUIRE(analysis.terms().size() == 1u);
  BOOST_TEST(analysis.text(analysis.terms()[0]) == "other");
  BOOST_TEST(analysis.positions() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
