// Reads a filter expression character by character.
#include "server/meilisearch/filter_lexer.h"

#include <utility>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::string_view kSymbols = "=!<>()[],";

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<FilterToken>> run() {
    while (true) {
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      auto const c = text_[at_];
      auto token = c == '"' || c == '\''                        ? quoted(c)
                   : kSymbols.find(c) != std::string_view::npos ? symbol()
                                                                : word();
      if (!token) return unexpected(std::move(token.error()));
      tokens_.push_back(std::move(*token));
    }
    tokens_.emplace_back();
    return std::move(tokens_);
  }

 private:
  // A backslash takes the character after it as it is.
  Result<FilterToken> quoted(char quote) {
    FilterToken token{FilterTokenKind::quoted, {}};
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == quote) {
        ++at_;
        return token;
      }
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      token.text += text_[at_];
    }
    return unexpected(Problem{std::string("a ") + quote + " is not closed", ""});
  }

  Result<FilterToken> symbol() {
    auto const c = text_[at_++];
    FilterToken token{FilterTokenKind::symbol, std::string(1, c)};
    bool const may_go_on = c == '!' || c == '<' || c == '>';
    if (may_go_on && at_ < text_.size() && text_[at_] == '=') token.text += text_[at_++];
    if (token.text == "!") return unexpected(Problem{"'!' is no operator", ""});
    return token;
  }

  Result<FilterToken> word() {
    auto const begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) &&
           kSymbols.find(text_[at_]) == std::string_view::npos && text_[at_] != '"' && text_[at_] != '\'') {
      ++at_;
    }
    return FilterToken{FilterTokenKind::word, std::string(text_.substr(begin, at_ - begin))};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<FilterToken> tokens_;
};

}  // namespace

Result<std::vector<FilterToken>> lex_filter(std::string_view filter) {
  return Lexer(filter).run();
}

}  // namespace pressmark
