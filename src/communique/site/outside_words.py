"""Site layer: what the terms of outside vocabularies are called on the pages.

The graph describes its own terms only; a reader who doesn't know `skos:altLabel` is told in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: English and Chinese by the prefixed name.
OUTSIDE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "dcterms:bibliographicCitation": ("citation", "引文格式"),
    "dcterms:conformsTo": ("conforms to", "遵循"),
    "dcterms:created": ("created", "创建日期"),
    "dcterms:creator": ("creator", "创建者"),
    "dcterms:description": ("description", "说明"),
    "dcterms:identifier": ("identifier", "编号"),
    "dcterms:isPartOf": ("is part of", "属于"),
    "dcterms:issued": ("issued", "发布日期"),
    "dcterms:language": ("language", "语言"),
    "dcterms:license": ("licence", "许可"),
    "dcterms:publisher": ("publisher", "发布者"),
    "dcterms:subject": ("topic", "主题"),
    "dcterms:title": ("title", "标题"),
    "foaf:primaryTopic": ("is about", "所述对象"),
    "foaf:Project": ("project", "项目"),
    "oa:end": ("ends at character", "结束字符"),
    "oa:exact": ("exact words", "原文文字"),
    "oa:start": ("starts at character", "起始字符"),
    "owl:AnnotationProperty": ("annotation property", "注释属性"),
    "owl:Class": ("class", "类"),
    "owl:DatatypeProperty": ("datatype property", "数据属性"),
    "owl:disjointWith": ("disjoint with", "互不相交"),
    "owl:imports": ("imports", "导入"),
    "owl:inverseOf": ("inverse of", "逆属性"),
    "owl:NamedIndividual": ("individual", "个体"),
    "owl:ObjectProperty": ("object property", "对象属性"),
    "owl:Ontology": ("ontology", "本体"),
    "owl:versionInfo": ("version", "版本"),
    "owl:versionIRI": ("version's address", "版本地址"),
    "rdfs:comment": ("comment", "注释"),
    "rdfs:domain": ("domain", "定义域"),
    "rdfs:isDefinedBy": ("defined by", "定义于"),
    "rdfs:label": ("label", "名称"),
    "rdfs:range": ("range", "值域"),
    "rdfs:seeAlso": ("see also", "另见"),
    "rdfs:subClassOf": ("kind of", "上位类"),
    "rdfs:subPropertyOf": ("kind of (property)", "上位属性"),
    "skos:altLabel": ("other name", "别名"),
    "skos:Concept": ("concept", "概念"),
    "skos:ConceptScheme": ("concept scheme", "概念体系"),
    "skos:definition": ("definition", "定义"),
    "skos:example": ("example", "示例"),
    "skos:inScheme": ("in scheme", "所属体系"),
    "skos:prefLabel": ("usual name", "通用名称"),
    "skos:scopeNote": ("scope note", "范围说明"),
    "skos:topConceptOf": ("top concept of", "顶层概念"),
    "vann:preferredNamespacePrefix": ("preferred prefix", "首选前缀"),
    "vann:preferredNamespaceUri": ("namespace", "命名空间"),
    "void:Dataset": ("data set", "数据集"),
    "void:triples": ("number of triples", "三元组数目"),
}


def name_outside_term(name: str, language: str) -> str | None:
    """Return what a term is called in a language, by its prefixed name; None if we have no word.

    >>> name_outside_term("skos:altLabel", "en"), name_outside_term("skos:altLabel", "zh-Hans")
    ('other name', '别名')
    """
    words = OUTSIDE_WORDS.get(name)
    return None if words is None else words[language == "zh-Hans"]
