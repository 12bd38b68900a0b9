// Counts and searches the index that is to be published.
#include "operations/change/index_gates.h"

#include <algorithm>
#include <utility>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/index/index_reader.h"
#include "common/strings/decimal_text.h"
#include "common/strings/text_list.h"
#include "operations/intake/source_gates.h"
#include "searcher/searcher.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxMustFindBytes = std::size_t{1} << 20;

// Lines of a query, a tab and the end of a URL; empty ones and those that begin with '#' are passed over.
std::vector<JudgedQuery> read_must_find(std::filesystem::path const& file) {
  auto const text = read_file(file, kMaxMustFindBytes);
  std::vector<JudgedQuery> queries;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    auto const tab = line.find('\t');
    if (tab == std::string::npos || tab == 0 || tab + 1 == line.size()) {
      throw Error(ErrorCode::bad_configuration, file.string() + ":" + std::to_string(number) +
                                                    ": no query and URL with a tab between them");
    }
    JudgedQuery query;
    query.id = std::to_string(number);
    query.query = line.substr(0, tab);
    query.relevant = {{line.substr(tab + 1), 1}};
    queries.push_back(std::move(query));
  }
  return queries;
}

// A file of the configuration that is wrong is a fault of the configuration.
template <typename Read>
std::vector<JudgedQuery> read_queries(std::filesystem::path const& file, Read const& read) {
  if (file.empty()) return {};
  try {
    return read(file);
  } catch (Error const& error) {
    throw Error(ErrorCode::bad_configuration, error.what(), error.hint());
  }
}

}  // namespace

IndexGates::IndexGates(ConfiguredGates const& settings, RankingWeights const& weights,
                       std::vector<std::string> accepted)
    : settings_(settings),
      weights_(weights),
      accepted_(std::move(accepted)),
      judged_(read_queries(settings.judgements, read_judgements)),
      must_find_(read_queries(settings.must_find, read_must_find)) {}

void IndexGates::judge(Xapian::Database const& pending, std::size_t posts_before, Timestamp now) {
  reports_.clear();
  auto const posts = pending.get_doccount();
  add(kPostsGate, posts >= settings_.posts_share * static_cast<double>(posts_before),
      std::to_string(posts) + " posts after " + std::to_string(posts_before));
  if (!judged_.empty() || !must_find_.empty()) judge_answers(pending, now);
  auto const failed = std::ranges::find_if(
      reports_, [](GateReport const& gate) { return !gate.has_passed && !gate.is_accepted; });
  if (failed == reports_.end()) return;
  throw Error(
      ErrorCode::gate_failed, "the new index was not published: " + failed->detail,
      "the one before stays in use; if this is right, run pressmark reindex --accept " + failed->name);
}

void IndexGates::judge_answers(Xapian::Database const& pending, Timestamp now) {
  Searcher searcher(IndexReader(pending), weights_);
  if (!judged_.empty()) {
    auto const quality = evaluate(searcher, judged_, now);
    add(kJudgementsGate, quality.all.ndcg10 >= settings_.ndcg,
        "nDCG@10 is " + decimal_text(quality.all.ndcg10, 3) + ", at least " +
            decimal_text(settings_.ndcg, 3) + " is wanted");
  }
  if (must_find_.empty()) return;
  std::string missing;
  for (auto const& outcome : evaluate(searcher, must_find_, now).queries) {
    if (outcome.right_rank == 0) append_item(missing, outcome.query);
  }
  add(kMustFindGate, missing.empty(),
      missing.empty() ? std::to_string(must_find_.size()) + " queries find their posts"
                      : "no longer found by: " + missing);
}

void IndexGates::add(std::string_view name, bool has_passed, std::string detail) {
  bool const is_accepted = !has_passed && std::ranges::find(accepted_, name) != accepted_.end();
  reports_.push_back({std::string(name), has_passed, is_accepted, std::move(detail)});
}

std::vector<std::string> gate_names() {
  return {std::string(kPostsGate), std::string(kJudgementsGate), std::string(kMustFindGate),
          std::string(kSourcePostsGate), std::string(kSourceTextGate)};
}

}  // namespace pressmark
