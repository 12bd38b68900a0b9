// Builds what is told of indexes.
#include "present/meilisearch/index_answers.h"

#include <algorithm>
#include <utility>

#include "present/json/json.h"
#include "present/meilisearch/attributes.h"

namespace pressmark {
namespace {

Json index_object(IndexSummary const& index) {
  return {{"uid", index.uid}, {"createdAt", nullptr}, {"updatedAt", nullptr}, {"primaryKey", "id"}};
}

Json stats_object(IndexSummary const& index) {
  auto fields = Json::object();
  for (auto const name : kAttributes) fields[std::string(name)] = index.posts;
  return {
      {"numberOfDocuments", index.posts}, {"isIndexing", false}, {"fieldDistribution", std::move(fields)}};
}

}  // namespace

std::string index_answer(IndexSummary const& index) {
  return json_text(index_object(index));
}

std::string indexes_answer(std::vector<IndexSummary> const& indexes, std::size_t offset, std::size_t limit) {
  auto list = Json::array();
  auto const begin = std::min(offset, indexes.size());
  auto const end = begin + std::min(limit, indexes.size() - begin);
  for (auto i = begin; i < end; ++i) list.push_back(index_object(indexes[i]));
  return json_text(
      {{"results", std::move(list)}, {"offset", offset}, {"limit", limit}, {"total", indexes.size()}});
}

std::string index_stats_answer(IndexSummary const& index) {
  return json_text(stats_object(index));
}

std::string stats_answer(std::vector<IndexSummary> const& indexes) {
  auto by_uid = Json::object();
  for (auto const& index : indexes) by_uid[index.uid] = stats_object(index);
  return json_text({{"databaseSize", nullptr}, {"lastUpdate", nullptr}, {"indexes", std::move(by_uid)}});
}

}  // namespace pressmark
