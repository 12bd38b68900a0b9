// Options that several commands have, and what they do with the words of a query.
#pragma once

#include <cstddef>
#include <string>

#include "cli/process/terminal.h"
#include "cli/syntax/syntax.h"
#include "searcher/searcher.h"

namespace pressmark {

enum class ReportFormat { text, json };

// The most that a list may be asked to show.
inline constexpr std::size_t kMaxListed = 1000;

// --format: text or json.
void declare_report_format(Syntax& syntax, ReportFormat& format);

// --color.
void declare_color(Syntax& syntax, ColorChoice& color);

// --since and --until, as they are typed.
void declare_period(Syntax& syntax, std::string& since, std::string& until);

// What an answer is made of, whatever of it is shown: filters and the order.
void declare_request(Syntax& syntax, SearchRequest& request);

// The words of a query as one text, as if typed into a search box.
[[nodiscard]] std::string joined_words(Arguments const& words);

// A warning for each word of a query that is nearly an option of the command, and was searched for.
[[nodiscard]] Arguments mistyped_options(Syntax const& syntax, ParsedArguments const& parsed);

}  // namespace pressmark
