// Position lists, read document by document.
#include "searcher/match/occurrences.h"

#include <algorithm>

namespace pressmark {
namespace {

using Positions = std::vector<std::uint32_t>;

// The documents whose postings are read, and the time for it.
struct PostingRange {
  Xapian::Database const& database;
  std::span<Xapian::docid const> documents;
  TimeLimit& time;
};

// Calls `on_document(index, positions)` for each of the documents that has `term`, while there is time.
template <typename OnDocument>
void visit_positions(PostingRange const& range, std::string const& term, OnDocument&& on_document) {
  auto const& [database, documents, time] = range;
  if (time.is_over_at_step()) return;
  auto posting = database.postlist_begin(term);
  auto const end = database.postlist_end(term);
  for (std::size_t i = 0; i < documents.size() && posting != end; ++i) {
    if (time.is_over_at_step()) return;
    posting.skip_to(documents[i]);
    if (posting == end) return;
    if (*posting == documents[i]) on_document(i, posting);
  }
}

void add_sequence(PostingRange const& range, QueryPlan const& plan, std::size_t unit,
                  FormSequence const& sequence, std::vector<std::vector<Occurrence>>& found) {
  // Per document: the starts where all pieces so far follow one another.
  std::vector<Positions> starts(found.size());
  for (std::uint32_t piece = 0; piece < sequence.size(); ++piece) {
    std::vector<Positions> kept(found.size());
    visit_positions(range, plan.forms[sequence[piece]].term, [&](std::size_t i, auto const& posting) {
      if (piece > 0 && starts[i].empty()) return;
      for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
        if (*at < piece) continue;
        auto const start = *at - piece;
        if (piece == 0 || std::binary_search(starts[i].begin(), starts[i].end(), start))
          kept[i].push_back(start);
      }
    });
    starts = std::move(kept);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (auto const start : starts[i]) {
      for (std::uint32_t piece = 0; piece < sequence.size(); ++piece) {
        found[i].push_back({.position = start + piece,
                            .unit = static_cast<std::uint16_t>(unit),
                            .form = sequence[piece],
                            .leads = piece == 0});
      }
    }
  }
}

}  // namespace

std::vector<std::vector<Occurrence>> find_occurrences(Xapian::Database const& database, QueryPlan const& plan,
                                                      std::span<Xapian::docid const> documents,
                                                      TimeLimit& time) {
  PostingRange const range{database, documents, time};
  std::vector<std::vector<Occurrence>> found(documents.size());
  bool const only_stop_words = std::all_of(plan.units.begin(), plan.units.end(),
                                           [](PlannedUnit const& unit) { return unit.stop_word; });
  for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
    auto const& planned = plan.units[unit];
    if (planned.stop_word && !only_stop_words) continue;
    for (auto const form : planned.forms) {
      visit_positions(range, plan.forms[form].term, [&](std::size_t i, auto const& posting) {
        for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
          found[i].push_back(
              {.position = *at, .unit = static_cast<std::uint16_t>(unit), .form = form, .leads = true});
        }
      });
    }
    for (auto const& sequence : planned.sequences) {
      add_sequence(range, plan, unit, sequence, found);
    }
  }
  if (time.was_over()) found.assign(documents.size(), {});
  for (auto& occurrences : found) {
    std::sort(occurrences.begin(), occurrences.end(), [](Occurrence const& a, Occurrence const& b) {
      return a.position != b.position ? a.position < b.position : a.unit < b.unit;
    });
  }
  return found;
}

std::vector<std::vector<PartMention>> find_part_mentions(Xapian::Database const& database,
                                                         QueryPlan const& plan,
                                                         std::span<Xapian::docid const> documents,
                                                         TimeLimit& time) {
  PostingRange const range{database, documents, time};
  std::vector<std::vector<PartMention>> found(documents.size());
  for (std::size_t unit = 0; unit < plan.units.size(); ++unit) {
    for (auto const& term : plan.units[unit].heading_parts) {
      visit_positions(range, term, [&](std::size_t i, auto const& posting) {
        for (auto at = posting.positionlist_begin(); at != posting.positionlist_end(); ++at) {
          found[i].push_back({*at, static_cast<std::uint16_t>(unit)});
        }
      });
    }
  }
  for (auto& mentions : found) {
    std::sort(mentions.begin(), mentions.end(),
              [](PartMention const& a, PartMention const& b) { return a.position < b.position; });
  }
  return found;
}

}  // namespace pressmark
