// Builds the nodes from lexemes; whatever fits no rule becomes words and a warning.
#include "searcher/query/query_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/strings/utf8.h"
#include "searcher/query/literal.h"
#include "searcher/query/query_filters.h"
#include "searcher/query/query_lexer.h"
#include "searcher/query/query_words.h"

namespace pressmark {
namespace {

// A prefix shorter than this would mean half the vocabulary.
constexpr std::size_t kMinPrefixBytes = 2;

bool is_scope(std::string_view name) {
  return name == "title" || name == "intitle" || name == "code";
}

bool is_field(std::string_view name) {
  return is_scope(name) || is_filter(name);
}

QueryScope scope_named(std::string_view name) {
  return name == "code" ? QueryScope::code : QueryScope::title;
}

class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, QueryParserOptions const& options, Query& query)
      : lexemes_(std::move(lexemes)), options_(options), query_(query) {}

  void run() {
    while (!at_end()) {
      auto nodes = sequence(QueryScope::anywhere);
      std::move(nodes.begin(), nodes.end(), std::back_inserter(query_.wanted));
      if (!at_end()) {  // sequence() stopped at a bracket that nothing opened
        warn("a closing bracket without an opening one was ignored", lexemes_[next_]);
        ++next_;
      }
    }
    limit_words();
  }

 private:
  [[nodiscard]] bool at_end() const { return next_ == lexemes_.size(); }
  [[nodiscard]] bool at(LexemeKind kind) const { return !at_end() && lexemes_[next_].kind == kind; }

  void warn(std::string message, Lexeme const& lexeme) {
    query_.warnings.push_back({std::move(message), lexeme.begin, lexeme.end});
  }

  // Operands up to a closing bracket or the end; OR joins the two operands beside it.
  std::vector<QueryNode> sequence(QueryScope scope) {
    std::vector<QueryNode> nodes;
    bool either = false;
    while (!at_end() && !at(LexemeKind::close)) {
      if (at(LexemeKind::either)) {
        either = !nodes.empty() && operand_follows();
        if (!either)
          append(nodes, operator_as_word(scope));
        else
          ++next_;
        continue;
      }
      if (at(LexemeKind::both)) {
        if (!nodes.empty() && operand_follows())
          ++next_;
        else
          append(nodes, operator_as_word(scope));
        continue;
      }
      if (at(LexemeKind::minus)) {
        append(nodes, excluded_operand(scope));
        continue;
      }
      auto found = operand(scope);
      if (either && !found.empty()) {
        nodes.back() = any_of(std::move(nodes.back()), all_of(std::move(found)));
      } else {
        append(nodes, std::move(found));
      }
      either = false;
    }
    return spliced(std::move(nodes));
  }

  // Brackets that no OR needs change nothing: their words join the row.
  static std::vector<QueryNode> spliced(std::vector<QueryNode> nodes) {
    std::vector<QueryNode> row;
    for (auto& node : nodes) {
      if (node.kind == NodeKind::all)
        append(row, std::move(node.children));
      else
        row.push_back(std::move(node));
    }
    return row;
  }

  [[nodiscard]] bool operand_follows() const {
    if (next_ + 1 >= lexemes_.size()) return false;
    auto const kind = lexemes_[next_ + 1].kind;
    return kind == LexemeKind::text || kind == LexemeKind::quoted || kind == LexemeKind::open ||
           kind == LexemeKind::field;
  }

  std::vector<QueryNode> operator_as_word(QueryScope scope) {
    auto const& lexeme = lexemes_[next_++];
    static constexpr std::array kNames{std::pair{LexemeKind::either, "or"},
                                       std::pair{LexemeKind::both, "and"},
                                       std::pair{LexemeKind::minus, "not"}};
    auto const name = std::find_if(kNames.begin(), kNames.end(),
                                   [&](auto const& entry) { return entry.first == lexeme.kind; });
    warn("an operator without something on both sides was read as a word", lexeme);
    return word_nodes(query_words(name->second, kind_of(scope), options_.languages, lexeme.begin), scope);
  }

  // What follows a minus goes to the excluded nodes. "NOT" before a function word is
  // emphasis ("when NOT to retry"), not an operator.
  std::vector<QueryNode> excluded_operand(QueryScope scope) {
    auto const& lexeme = lexemes_[next_];
    bool const is_word = !lexeme.text.empty();
    if (!operand_follows() || (is_word && stop_word_follows())) {
      if (is_word) return operator_as_word(scope);
      ++next_;
      return {};
    }
    ++next_;
    excluding_ = true;
    auto found = operand(scope);
    excluding_ = false;
    if (!found.empty()) query_.excluded.push_back(all_of(std::move(found)));
    return {};
  }

  [[nodiscard]] std::size_t text_end() const { return lexemes_.back().end; }

  [[nodiscard]] bool stop_word_follows() const {
    auto const& lexeme = lexemes_[next_ + 1];
    if (lexeme.kind != LexemeKind::text) return false;
    auto const words = query_words(lexeme.text, TextKind::prose, options_.languages);
    return !words.empty() && words.front().stop_word;
  }

  std::vector<QueryNode> operand(QueryScope scope) {
    auto const& lexeme = lexemes_[next_++];
    switch (lexeme.kind) {
      case LexemeKind::quoted:
        return quoted(lexeme, scope);
      case LexemeKind::open:
        return bracketed(lexeme, scope);
      case LexemeKind::field:
        return field(lexeme, scope);
      default:
        return text(lexeme, scope);
    }
  }

  std::vector<QueryNode> bracketed(Lexeme const& open, QueryScope scope) {
    if (++depth_ > kMaxDepth) {
      --depth_;
      return {};  // deeper than anyone means: the bracket itself is dropped
    }
    auto nodes = sequence(scope);
    --depth_;
    if (at(LexemeKind::close))
      ++next_;
    else
      warn("a bracket was not closed", open);
    if (nodes.size() > 1) return {all_of(std::move(nodes))};
    return nodes;
  }

  std::vector<QueryNode> quoted(Lexeme const& lexeme, QueryScope scope) {
    auto words = query_words(lexeme.text, kind_of(scope), options_.languages, lexeme.text_begin);
    if (lexeme.unclosed) {
      warn("a quotation mark was not closed; its words were searched", lexeme);
      return word_nodes(std::move(words), scope);
    }
    if (words.empty()) return {};
    QueryNode phrase{.kind = NodeKind::phrase, .scope = scope, .words = std::move(words), .children = {}};
    if (scope == QueryScope::code || is_code_like(lexeme.text)) phrase.literal = literal_key(lexeme.text);
    return {std::move(phrase)};
  }

  std::vector<QueryNode> field(Lexeme const& lexeme, QueryScope scope) {
    if (at_end() || at(LexemeKind::close)) return text(lexeme, scope);
    if (is_scope(lexeme.text)) {
      if (at(LexemeKind::text) || at(LexemeKind::quoted) || at(LexemeKind::open) || at(LexemeKind::field)) {
        return operand(scope_named(lexeme.text));
      }
      return text(lexeme, scope);
    }
    if (!at(LexemeKind::text) && !at(LexemeKind::quoted)) return text(lexeme, scope);
    auto const& value = lexemes_[next_];
    if (auto problem = apply_filter(lexeme.text, value.text, excluding_, options_.now, query_.filters)) {
      query_.warnings.push_back({std::move(*problem), lexeme.begin, value.end});
      return text(lexeme, scope);  // the value is read as words next
    }
    ++next_;
    return {};
  }

  std::vector<QueryNode> text(Lexeme const& lexeme, QueryScope scope) {
    auto const& run = lexeme.text;
    if (run.size() > kMinPrefixBytes && run.ends_with('*')) {
      auto words = query_words(run, kind_of(scope), options_.languages, lexeme.text_begin);
      if (words.size() == 1 && words.front().text.size() >= kMinPrefixBytes) {
        return {
            QueryNode{.kind = NodeKind::prefix, .scope = scope, .words = std::move(words), .children = {}}};
      }
    }
    auto nodes = word_nodes(query_words(run, kind_of(scope), options_.languages, lexeme.text_begin), scope);
    if (nodes.empty() || !is_code_like(run)) return nodes;
    for (auto& node : nodes) node.words.front().code_like = true;
    if (scope == QueryScope::code) nodes.front().literal = literal_key(run);
    return nodes;
  }

  static std::vector<QueryNode> word_nodes(std::vector<QueryWord> words, QueryScope scope) {
    std::vector<QueryNode> nodes;
    for (auto& word : words) {
      nodes.push_back({.kind = NodeKind::word, .scope = scope, .words = {std::move(word)}, .children = {}});
    }
    return nodes;
  }

  static TextKind kind_of(QueryScope scope) {
    return scope == QueryScope::code ? TextKind::code : TextKind::prose;
  }

  static void append(std::vector<QueryNode>& nodes, std::vector<QueryNode> more) {
    std::move(more.begin(), more.end(), std::back_inserter(nodes));
  }

  static QueryNode all_of(std::vector<QueryNode> nodes) {
    if (nodes.size() == 1) return std::move(nodes.front());
    return {.kind = NodeKind::all, .scope = QueryScope::anywhere, .words = {}, .children = std::move(nodes)};
  }

  // "a OR b OR c" stays one flat node.
  static QueryNode any_of(QueryNode left, QueryNode right) {
    if (left.kind != NodeKind::any) {
      QueryNode node{.kind = NodeKind::any, .scope = QueryScope::anywhere, .words = {}, .children = {}};
      node.children.push_back(std::move(left));
      left = std::move(node);
    }
    left.children.push_back(std::move(right));
    return left;
  }

  void limit_words() {
    if (query_.wanted.size() <= options_.limits.words) return;
    query_.wanted.resize(options_.limits.words);
    query_.warnings.push_back(
        {"only the first " + std::to_string(options_.limits.words) + " words of the query were searched", 0,
         text_end()});
  }

  static constexpr int kMaxDepth = 16;

  std::vector<Lexeme> lexemes_;
  QueryParserOptions const& options_;
  Query& query_;
  std::size_t next_ = 0;
  int depth_ = 0;
  bool excluding_ = false;
};

}  // namespace

Query parse_query(std::string_view text, QueryParserOptions const& options) {
  Query query;
  if (text.size() > options.limits.bytes) {
    auto const kept = floor_code_point(text, options.limits.bytes);
    query.warnings.push_back(
        {"the query was cut after " + std::to_string(kept) + " bytes", kept, text.size()});
    text = text.substr(0, kept);
  }
  auto lexemes = lex_query(text, is_field);
  if (lexemes.empty()) return query;
  Parser(std::move(lexemes), options, query).run();
  return query;
}

Query parse_words(std::string_view text, QueryParserOptions const& options) {
  Query query;
  text = text.substr(0, floor_code_point(text, std::min(text.size(), options.limits.bytes)));
  for (auto& word : query_words(text, TextKind::prose, options.languages)) {
    if (query.wanted.size() == options.limits.words) break;
    query.wanted.push_back(
        {.kind = NodeKind::word, .scope = QueryScope::anywhere, .words = {std::move(word)}});
  }
  return query;
}

}  // namespace pressmark
