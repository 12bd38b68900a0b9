// Puts explanations into sentences.
#include "present/text/explanation_sentences.h"

#include <array>
#include <string_view>

#include "common/strings/decimal_text.h"
#include "common/strings/text_list.h"
#include "present/text/wrap.h"

namespace pressmark {

namespace {

std::string percent(double share) {
  return decimal_text(100 * share, 0) + " %";
}

std::string ordinal(std::size_t rank) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"});
  if (rank <= kWords.size()) return std::string(kWords[rank - 1]);
  return "Number " + std::to_string(rank);
}

// " for rename file", or nothing for an empty query.
std::string for_query(Explanation const& explanation) {
  auto const query = printable_text(explanation.query);
  return query.empty() ? "" : " for " + query;
}

// "no post has all words" and the like: how the query was read.
std::vector<std::string> reading_sentences(Explanation const& explanation) {
  std::vector<std::string> sentences;
  if (explanation.corrected_query) {
    sentences.push_back("Nothing matches as typed; " + printable_text(*explanation.corrected_query) +
                        " was searched instead.");
  }
  if (explanation.relaxation == Relaxation::prefix) {
    sentences.emplace_back("Nothing matches as typed; the last word was taken for the beginning of one.");
  }
  if (explanation.relaxation == Relaxation::fewer_words) {
    sentences.emplace_back("No post has all words; those that have most of them were searched instead.");
  }
  auto const all = explanation.all_words_total;
  if (all > 0) {
    sentences.push_back("The first " + (all == 1 ? "post has" : counted(all, "post") + " have") +
                        " all words, the others most of them.");
  }
  if (explanation.by_date) sentences.emplace_back("The answer is ordered by date, not by score.");
  if (explanation.rank > 0 && !explanation.by_date && explanation.ranked.parts.empty()) {
    sentences.emplace_back("So far down posts are ordered by their first stage alone.");
  }
  return sentences;
}

std::string reading_name(Relaxation relaxation) {
  switch (relaxation) {
    case Relaxation::prefix:
      return "its last word as the beginning of one";
    case Relaxation::typo:
      return "near spellings";
    case Relaxation::fewer_words:
      return "fewer words";
    case Relaxation::none:
      break;
  }
  return "as typed";
}

// "its categories are Storage, Linux; wanted: Kitchen".
std::string name_obstacle(Obstacle const& obstacle, std::string const& one, std::string const& several) {
  auto const& names = obstacle.found;
  auto text = names.empty()       ? "it has no " + one
              : names.size() == 1 ? "its " + one + " is " + join(names)
                                  : "its " + several + " are " + join(names);
  return text + (obstacle.excluded ? "; excluded: " : "; wanted: ") + join(obstacle.asked);
}

std::string date_obstacle(Obstacle const& obstacle) {
  auto const& since = obstacle.asked.front();
  auto const& until = obstacle.asked.back();
  auto period = since.empty()   ? "up to " + until
                : until.empty() ? "from " + since + " on"
                                : "from " + since + " to " + until;
  return (obstacle.found.empty() ? "it has no date" : "its date is " + obstacle.found.front()) +
         "; wanted: " + period;
}

std::string word_obstacle(Obstacle const& obstacle) {
  auto const& word = obstacle.asked.front();
  if (obstacle.excluded) {
    auto const where = obstacle.found.empty() ? "" : ", in " + join(obstacle.found);
    return "it has " + word + ", which the query excludes" + where;
  }
  auto const near = obstacle.found.empty() ? "" : "; near to it: " + join(obstacle.found);
  bool const plain = word.find_first_of(" \":*(") == std::string::npos;
  return "it has no " + (plain ? "word " : std::string()) + word + near;
}

std::string obstacle_text(Obstacle const& obstacle) {
  switch (obstacle.kind) {
    case ObstacleKind::word:
      return word_obstacle(obstacle);
    case ObstacleKind::category:
      return name_obstacle(obstacle, "category", "categories");
    case ObstacleKind::author:
      return name_obstacle(obstacle, "author", "authors");
    case ObstacleKind::site:
      return name_obstacle(obstacle, "site", "sites");
    case ObstacleKind::language:
      return name_obstacle(obstacle, "language", "languages");
    case ObstacleKind::date:
      return date_obstacle(obstacle);
    case ObstacleKind::literal:
      return "it has the words, but nowhere exactly " + obstacle.asked.front();
    case ObstacleKind::coverage:
      return "it has " + percent(obstacle.value) + " of the query, by the weight of its words, and needs " +
             percent(obstacle.limit) + (obstacle.asked.empty() ? "" : "; it lacks: " + join(obstacle.asked));
    case ObstacleKind::candidates:
      return "it has words of the query, but is not among the " +
             std::to_string(static_cast<std::size_t>(obstacle.limit)) + " posts that have most of them";
    case ObstacleKind::window:
      return "it matches, but stands behind the first " +
             std::to_string(static_cast<std::size_t>(obstacle.limit)) + " posts, which is as far as pages go";
    case ObstacleKind::unreadable:
      break;
  }
  return "the query has nothing that can be searched";
}

}  // namespace

std::vector<std::string> place_sentences(Explanation const& explanation) {
  auto const of = explanation.total == 1
                      ? "The only post"
                      : ordinal(explanation.rank) + " of " + (explanation.exact_total ? "" : "about ") +
                            std::to_string(explanation.total);
  std::vector<std::string> sentences{of + for_query(explanation)};
  auto const reading = reading_sentences(explanation);
  sentences.insert(sentences.end(), reading.begin(), reading.end());
  return sentences;
}

std::vector<std::string> absence_sentences(Explanation const& explanation) {
  std::vector<std::string> sentences;
  for (auto const& obstacle : explanation.obstacles) {
    auto const begin =
        sentences.empty() ? "Not found" + for_query(explanation) + ": " : std::string("Also: ");
    sentences.push_back(begin + printable_text(obstacle_text(obstacle)) + '.');
  }
  if (explanation.total == 0 && !explanation.tried.empty()) {
    std::vector<std::string> tried;
    for (auto const reading : explanation.tried) tried.push_back(reading_name(reading));
    sentences.push_back("No post was found. Tried: " + join(tried) + '.');
  } else if (explanation.total > 0) {
    sentences.push_back(counted(explanation.total, "post") + (explanation.total == 1 ? " was" : " were") +
                        " found.");
    auto const reading = reading_sentences(explanation);
    sentences.insert(sentences.end(), reading.begin(), reading.end());
  }
  if (explanation.did_you_mean) {
    sentences.push_back("Did you mean: " + printable_text(*explanation.did_you_mean));
  }
  return sentences;
}

std::string word_text(ExplainedWord const& word) {
  if (word.set_aside) return "too common to count";
  std::vector<std::string> forms;
  for (auto const& form : word.forms) {
    auto text = form.text + (form.kind == "as typed" ? "" : " (" + std::string(form.kind) + ')') + ':';
    std::string separator = " ";
    for (auto const& [field, count] : form.counts) {
      text += separator + std::string(field) + ' ' + std::to_string(count);
      separator = ", ";
    }
    forms.push_back(std::move(text));
  }
  if (word.defined) forms.emplace_back("defined here");
  if (!forms.empty()) return join(forms, "; ");
  return word.near.empty() ? "not there" : "not there; near to it: " + join(word.near);
}

}  // namespace pressmark
