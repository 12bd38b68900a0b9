// Threads with a Searcher each.
#include "search_watch.h"

#include <chrono>
#include <optional>

#include "common/base/error.h"
#include "common/index/store_layout.h"
#include "searcher/searcher.h"

namespace pressmark {
namespace {

namespace fs = std::filesystem;

constexpr int kThreads = 2;
constexpr std::size_t kAllPosts = 400;
constexpr std::chrono::milliseconds kPause{2};  // leaves the processors to the job
constexpr Timestamp kNow{std::chrono::seconds(1'700'000'000)};

std::string text_of(SearchResults const& results) {
  std::string text = std::to_string(results.total) + (results.exact_total ? " hits\n" : " hits or so\n");
  for (auto const& hit : results.hits) {
    text += hit.url + ' ' + hit.title.text + '\n';
    for (auto const& section : hit.sections) text += "  " + section.snippet.text + '\n';
  }
  for (auto const& [group, counts] : results.facets) {
    for (auto const& [value, count] : counts) {
      text.append(group).append(" ").append(value).append(" ").append(std::to_string(count)) += '\n';
    }
  }
  return text;
}

bool says_no_index(Error const& error) {
  return error.code() == ErrorCode::store_missing;
}

}  // namespace

std::vector<std::string> const& watched_queries() {
  static std::vector<std::string> const queries{"chronicle", "news", R"("told in the night of fill" river)",
                                                ""};
  return queries;
}

WatchedAnswer ask(Searcher& searcher, std::string const& query) {
  SearchRequest request;
  request.query = query;
  // Every post where titles tell enough; a page with snippets otherwise.
  request.limit = query == watched_queries().front() ? kAllPosts : 10;
  request.max_sections = query == watched_queries().front() ? 0 : 3;
  request.facets = true;
  auto const results = searcher.search(request, kNow);
  return {results.version, text_of(results)};
}

std::map<std::string, std::string> answers_in(fs::path const& store) {
  std::map<std::string, std::string> answers;
  StoreLayout const layout{store};
  if (!current_generation(layout)) {
    for (auto const& query : watched_queries()) answers[query] = "";
    return answers;
  }
  Searcher searcher(layout);
  for (auto const& query : watched_queries()) answers[query] = ask(searcher, query).text;
  return answers;
}

SearchWatch::SearchWatch(fs::path store) : store_(std::move(store)) {
  for (int i = 0; i < kThreads; ++i) {
    threads_.emplace_back([this](std::stop_token const& stop) { ask_until(stop); });
  }
}

void SearchWatch::stop() {
  for (auto& thread : threads_) thread.request_stop();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void SearchWatch::ask_until(std::stop_token const& stop) {
  std::optional<Searcher> searcher;
  while (!stop.stop_requested()) {
    for (auto const& query : watched_queries()) {
      try {
        if (!searcher) searcher.emplace(StoreLayout{store_});
        ++queries_;
        note(query, ask(*searcher, query));
      } catch (Error const& error) {
        if (searcher || !says_no_index(error)) note_failure(query + ": " + error.what());
      } catch (std::exception const& error) {
        note_failure(query + ": " + error.what());
      }
    }
    std::this_thread::sleep_for(kPause);
  }
}

void SearchWatch::note(std::string const& query, WatchedAnswer const& answer) {
  std::scoped_lock const held(mutex_);
  answers_[query].insert(answer.text);
  auto const [known, is_new] = by_version_.try_emplace(answer.version + ' ' + query, answer.text);
  if (!is_new && known->second != answer.text) torn_.insert(query);
}

void SearchWatch::note_failure(std::string const& what) {
  std::scoped_lock const held(mutex_);
  failures_.push_back(what);
}

}  // namespace pressmark
