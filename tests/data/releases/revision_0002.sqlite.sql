BEGIN TRANSACTION;
CREATE TABLE address_mark (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	address VARCHAR NOT NULL, 
	code VARCHAR, 
	text TEXT, 
	marked_at DATETIME NOT NULL, 
	CONSTRAINT pk_address_mark PRIMARY KEY (id), 
	CONSTRAINT uq_address_mark_entity_id_address UNIQUE (entity_id, address), 
	CONSTRAINT ck_address_mark_address_filled CHECK (trim(address) <> ''), 
	CONSTRAINT fk_address_mark_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "address_mark" VALUES(1,1,'nadie@cartagena.example','550','No existe','2023-07-19 15:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE assignment (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	line_id INTEGER NOT NULL, 
	team_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT uq_assignment_line_id_position UNIQUE (line_id, position), 
	CONSTRAINT ck_assignment_position CHECK (position >= 0), 
	CONSTRAINT fk_assignment_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_assignment_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT fk_assignment_line_id_line FOREIGN KEY(line_id) REFERENCES line (id), 
	CONSTRAINT fk_assignment_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "assignment" VALUES(1,1,1,1,1,0);
INSERT INTO "assignment" VALUES(2,1,1,1,2,1);
INSERT INTO "assignment" VALUES(3,1,1,2,1,0);
INSERT INTO "assignment" VALUES(4,1,1,2,2,1);
INSERT INTO "assignment" VALUES(5,1,1,3,1,0);
INSERT INTO "assignment" VALUES(6,1,1,3,2,1);
INSERT INTO "assignment" VALUES(7,1,1,4,1,0);
INSERT INTO "assignment" VALUES(8,1,1,4,2,1);
INSERT INTO "assignment" VALUES(9,1,1,5,1,0);
INSERT INTO "assignment" VALUES(10,1,1,5,2,1);
INSERT INTO "assignment" VALUES(11,1,1,6,1,0);
INSERT INTO "assignment" VALUES(12,1,1,6,2,1);
INSERT INTO "assignment" VALUES(13,1,1,7,1,0);
INSERT INTO "assignment" VALUES(14,1,1,7,2,1);
INSERT INTO "assignment" VALUES(15,1,1,8,1,0);
INSERT INTO "assignment" VALUES(16,1,1,8,2,1);
INSERT INTO "assignment" VALUES(17,1,1,9,1,0);
INSERT INTO "assignment" VALUES(18,1,1,9,2,1);
INSERT INTO "assignment" VALUES(19,1,1,10,1,0);
INSERT INTO "assignment" VALUES(20,1,1,10,2,1);
INSERT INTO "assignment" VALUES(21,1,1,11,3,0);
INSERT INTO "assignment" VALUES(22,1,1,12,3,0);
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	notice_id INTEGER NOT NULL, 
	owner VARCHAR NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	state VARCHAR, 
	code VARCHAR, 
	text TEXT, 
	channel VARCHAR NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT ck_attempt_state CHECK (state IN ('queued', 'sending', 'sent', 'handed_over', 'retry', 'refused', 'in_doubt', 'suppressed')), 
	CONSTRAINT ck_attempt_ended CHECK ((state IS NULL) = (ended_at IS NULL)), 
	CONSTRAINT ck_attempt_dates CHECK (started_at <= ended_at), 
	CONSTRAINT fk_attempt_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_attempt_notice_id_notice FOREIGN KEY(notice_id) REFERENCES notice (id)
);
INSERT INTO "attempt" VALUES(1,1,1,'test','2023-07-10 13:00:00.000000','2023-07-10 13:00:00.000000','sent','250','2023-07-10_gobiernodigital@cartagena.example_2e823ed9.eml','email');
INSERT INTO "attempt" VALUES(2,1,2,'test','2023-07-10 13:00:00.000000','2023-07-10 13:00:00.000000','sent','250','2023-07-10_usoyapropiacion@cartagena.example_2040f397.eml','email');
CREATE TABLE contact (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	team_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	email VARCHAR NOT NULL, 
	name VARCHAR, 
	role VARCHAR NOT NULL, 
	away_from DATE, 
	away_to DATE, 
	CONSTRAINT pk_contact PRIMARY KEY (id), 
	CONSTRAINT uq_contact_team_id_email UNIQUE (team_id, email), 
	CONSTRAINT ck_contact_role CHECK (role IN ('member', 'leader', 'head', 'substitute')), 
	CONSTRAINT ck_contact_email CHECK (email LIKE '_%@_%'), 
	CONSTRAINT ck_contact_away CHECK (away_from <= away_to), 
	CONSTRAINT fk_contact_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_contact_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "contact" VALUES(1,1,1,0,'gobiernodigital@cartagena.example',NULL,'member',NULL,NULL);
INSERT INTO "contact" VALUES(2,1,1,1,'jefatura.oai@cartagena.example',NULL,'head',NULL,NULL);
INSERT INTO "contact" VALUES(3,1,3,0,'usoyapropiacion@cartagena.example',NULL,'member',NULL,NULL);
INSERT INTO "contact" VALUES(4,1,3,1,'jefatura.oai@cartagena.example',NULL,'head',NULL,NULL);
CREATE TABLE correspondence (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	team_id INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	CONSTRAINT pk_correspondence PRIMARY KEY (id), 
	CONSTRAINT uq_correspondence_entity_id_team_id_period UNIQUE (entity_id, team_id, period), 
	CONSTRAINT uq_correspondence_reference UNIQUE (reference), 
	CONSTRAINT ck_correspondence_reference_filled CHECK (trim(reference) <> ''), 
	CONSTRAINT fk_correspondence_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "correspondence" VALUES(1,1,1,'2023-Q2','hlqxw4xypu');
INSERT INTO "correspondence" VALUES(2,1,3,'2023-Q2','4fxlgltt2c');
INSERT INTO "correspondence" VALUES(3,1,0,'2023-Q2','umipw5ed2c');
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	line_id INTEGER, 
	team_id INTEGER, 
	period VARCHAR NOT NULL, 
	starts_on DATE NOT NULL, 
	until DATE, 
	reason VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	decided_at DATETIME NOT NULL, 
	to_team_id INTEGER, 
	ended_on DATE, 
	ended_by VARCHAR, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_kind CHECK (kind IN ('waiver', 'extension', 'silence', 'acknowledgement', 'handover')), 
	CONSTRAINT ck_decision_reason_filled CHECK (trim(reason) <> ''), 
	CONSTRAINT ck_decision_author_filled CHECK (trim(author) <> ''), 
	CONSTRAINT ck_decision_subject CHECK ((line_id IS NULL) <> (team_id IS NULL)), 
	CONSTRAINT ck_decision_line CHECK (kind = 'silence' OR line_id IS NOT NULL), 
	CONSTRAINT ck_decision_end CHECK (kind = 'waiver' OR until IS NOT NULL), 
	CONSTRAINT ck_decision_dates CHECK (starts_on <= until), 
	CONSTRAINT ck_decision_ended CHECK ((ended_on IS NULL) = (ended_by IS NULL)), 
	CONSTRAINT fk_decision_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_decision_line_id_line FOREIGN KEY(line_id) REFERENCES line (id), 
	CONSTRAINT fk_decision_team_id_team FOREIGN KEY(team_id) REFERENCES team (id), 
	CONSTRAINT fk_decision_to_team_id_team FOREIGN KEY(to_team_id) REFERENCES team (id)
);
INSERT INTO "decision" VALUES(1,1,'silence',2,NULL,'','2023-07-11','2023-07-31','Hay una auditoría en curso.','Coordinación','2023-07-11 13:00:00.000000',NULL,NULL,NULL);
INSERT INTO "decision" VALUES(2,1,'extension',3,NULL,'2023-Q2','2023-07-11','2023-07-28','Hay una auditoría en curso.','Coordinación','2023-07-11 13:00:00.000000',NULL,NULL,NULL);
CREATE TABLE entity (
	id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	nit VARCHAR, 
	events INTEGER NOT NULL, 
	head VARCHAR NOT NULL, 
	CONSTRAINT pk_entity PRIMARY KEY (id), 
	CONSTRAINT uq_entity_code UNIQUE (code), 
	CONSTRAINT ck_entity_code_filled CHECK (trim(code) <> ''), 
	CONSTRAINT ck_entity_name_filled CHECK (trim(name) <> ''), 
	CONSTRAINT ck_entity_events CHECK (events >= 0)
);
INSERT INTO "entity" VALUES(1,'cartagena','Alcaldía de Cartagena',NULL,12,'5bc20be3f8f179802700f60a7cd828bf577e10ac74a7a6fe6912c3f632979860');
CREATE TABLE event (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	facts VARCHAR NOT NULL, 
	actor VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT uq_event_entity_id_sequence UNIQUE (entity_id, sequence), 
	CONSTRAINT ck_event_kind_filled CHECK (trim(kind) <> ''), 
	CONSTRAINT ck_event_subject_filled CHECK (trim(subject) <> ''), 
	CONSTRAINT ck_event_actor_filled CHECK (trim(actor) <> ''), 
	CONSTRAINT ck_event_sequence CHECK (sequence >= 1), 
	CONSTRAINT ck_event_hashes CHECK (length(previous) = 64 AND length(hash) = 64), 
	CONSTRAINT fk_event_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "event" VALUES(1,1,1,'period_opened','plan:1','{"closes_on":"2023-04-18","period":"2023-Q1","plan":"cartagena_2023","report_by":"2023-04-11"}','gdflow','2023-04-10 13:00:00.000000','0000000000000000000000000000000000000000000000000000000000000000','174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab');
INSERT INTO "event" VALUES(2,1,2,'period_opened','plan:1','{"closes_on":"2023-07-17","period":"2023-Q2","plan":"cartagena_2023","report_by":"2023-07-10"}','gdflow','2023-04-10 13:00:00.000000','174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab','901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5');
INSERT INTO "event" VALUES(3,1,3,'plan_imported','plan:1','{"code":"cartagena_2023","lines":12,"outcome":"new","source":"cartagena_2023.xlsx"}','gdflow','2023-04-10 13:00:00.000000','901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5','c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e');
INSERT INTO "event" VALUES(4,1,4,'period_opened','plan:1','{"closes_on":"2023-10-13","period":"2023-Q3","plan":"cartagena_2023","report_by":"2023-10-06"}','gdflow','2023-07-10 13:00:00.000000','c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e','4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53');
INSERT INTO "event" VALUES(5,1,5,'coordinator_told','coordinator','{"findings":[],"imports":["1:bf7e22caa64e047c:2023-04-10T13:00:00+00:00"],"notice":null}','gdflow','2023-07-10 13:00:00.000000','4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53','2c6099fafb2fb127ffbbf675d729bca90275184247b0d363f0c64adde409bed8');
INSERT INTO "event" VALUES(6,1,6,'scanned','day:2023-07-10','{"known":0,"new":9,"notices":2}','gdflow','2023-07-10 13:00:00.000000','2c6099fafb2fb127ffbbf675d729bca90275184247b0d363f0c64adde409bed8','bf53ccbf58dc42571421c9be662cf1b966ccbd7c9eec6a283c6aa8a8f183ee3f');
INSERT INTO "event" VALUES(7,1,7,'form_received','team:3','{"lines":[11],"problems":0,"receipt":"R-JGU4-BLYD-YS4B"}','Equipo de Uso y Apropiación','2023-07-11 15:00:00.000000','bf53ccbf58dc42571421c9be662cf1b966ccbd7c9eec6a283c6aa8a8f183ee3f','83897a6b387be473ab805a92f0b2def86c6a5f431da57a8edd3a144d9241a715');
INSERT INTO "event" VALUES(8,1,8,'form_received','team:3','{"lines":[11],"problems":0,"receipt":"R-U6RH-Q5QT-RWEW"}','Equipo de Uso y Apropiación','2023-07-12 15:00:00.000000','83897a6b387be473ab805a92f0b2def86c6a5f431da57a8edd3a144d9241a715','b63e736f4470515721460c4623ef746f41750c88ef4fd5fbbb0b54da6ebbcb40');
INSERT INTO "event" VALUES(9,1,9,'form_received','team:1','{"lines":[],"problems":0,"receipt":"R-WV6N-FOJ3-SXGS"}','Equipo Gobierno Digital','2023-07-11 15:00:00.000000','b63e736f4470515721460c4623ef746f41750c88ef4fd5fbbb0b54da6ebbcb40','9ba80c6dd2f7ec9c4b7ec7abfdae7b78fffab41575d6d5d460a1c430014bd7a1');
INSERT INTO "event" VALUES(10,1,10,'decision_taken','line:2','{"decision":1,"kind":"silence","period":null,"reason":"Hay una auditoría en curso.","to_team":null,"until":"2023-07-31"}','Coordinación','2023-07-11 13:00:00.000000','9ba80c6dd2f7ec9c4b7ec7abfdae7b78fffab41575d6d5d460a1c430014bd7a1','d5adec4dc3e2d6f55c00ff096a5220fdaad014ea66a025e36bc58cb5e31aadae');
INSERT INTO "event" VALUES(11,1,11,'decision_taken','line:3','{"decision":2,"kind":"extension","period":"2023-Q2","reason":"Hay una auditoría en curso.","to_team":null,"until":"2023-07-28"}','Coordinación','2023-07-11 13:00:00.000000','d5adec4dc3e2d6f55c00ff096a5220fdaad014ea66a025e36bc58cb5e31aadae','964a0cb7e2bb7241abb26130511f1839871d49f48f65dae7e2b796e5c2403028');
INSERT INTO "event" VALUES(12,1,12,'scanned','day:2023-07-17','{"known":0,"new":13,"notices":3}','gdflow','2023-07-17 13:00:00.000000','964a0cb7e2bb7241abb26130511f1839871d49f48f65dae7e2b796e5c2403028','5bc20be3f8f179802700f60a7cd828bf577e10ac74a7a6fe6912c3f632979860');
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	result_id INTEGER NOT NULL, 
	stated TEXT, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT uq_evidence_result_id UNIQUE (result_id), 
	CONSTRAINT ck_evidence_stated_filled CHECK (trim(stated) <> ''), 
	CONSTRAINT fk_evidence_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_evidence_result_id_result FOREIGN KEY(result_id) REFERENCES result (id)
);
INSERT INTO "evidence" VALUES(1,1,1,'https://cartagena.example/acta.pdf');
CREATE TABLE form_issue (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	team_id INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	token_sha256 VARCHAR NOT NULL, 
	plan_ids TEXT NOT NULL, 
	issued_at DATETIME NOT NULL, 
	CONSTRAINT pk_form_issue PRIMARY KEY (id), 
	CONSTRAINT uq_form_issue_token_sha256 UNIQUE (token_sha256), 
	CONSTRAINT ck_form_issue_period_filled CHECK (trim(period) <> ''), 
	CONSTRAINT ck_form_issue_token CHECK (length(token_sha256) = 64), 
	CONSTRAINT fk_form_issue_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_form_issue_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "form_issue" VALUES(1,1,3,'2023-Q2','c396b4c179634a56e7477ef94a68ba1c56b45fc452b04710c3b3191c57a03603','[1]','2023-07-11 13:00:00.000000');
INSERT INTO "form_issue" VALUES(2,1,1,'2023-Q2','1f26bfcf710f73479e7c81bf1fc22db2468ebb1e65b40f5681ed0d433f9d495c','[1]','2023-07-11 13:00:00.000000');
CREATE TABLE import_issue (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	sheet VARCHAR NOT NULL, 
	"row" INTEGER, 
	cell VARCHAR, 
	code VARCHAR NOT NULL, 
	severity VARCHAR NOT NULL, 
	raw TEXT, 
	proposal TEXT, 
	message TEXT, 
	CONSTRAINT pk_import_issue PRIMARY KEY (id), 
	CONSTRAINT uq_import_issue_plan_id_revision_position UNIQUE (plan_id, revision, position), 
	CONSTRAINT ck_import_issue_severity CHECK (severity IN ('info', 'warning', 'error')), 
	CONSTRAINT ck_import_issue_code_filled CHECK (trim(code) <> ''), 
	CONSTRAINT ck_import_issue_message_filled CHECK (trim(message) <> ''), 
	CONSTRAINT fk_import_issue_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_import_issue_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "import_issue" VALUES(1,1,1,1,0,'PLAN DE ACCION',NULL,NULL,'placeholder_zero','info','0','vacío','En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 2» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO "import_issue" VALUES(2,1,1,1,1,'PLAN DE ACCION',NULL,NULL,'placeholder_zero','info','0','vacío','En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 3» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO "import_issue" VALUES(3,1,1,1,2,'PLAN DE ACCION',NULL,NULL,'placeholder_zero','info','0','vacío','En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 4» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO "import_issue" VALUES(4,1,1,1,3,'PLAN DE ACCION',8,'J8','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J8: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(5,1,1,1,4,'PLAN DE ACCION',9,'J9','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J9: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(6,1,1,1,5,'PLAN DE ACCION',10,'J10','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J10: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(7,1,1,1,6,'PLAN DE ACCION',11,'J11','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J11: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(8,1,1,1,7,'PLAN DE ACCION',12,'J12','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J12: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(9,1,1,1,8,'PLAN DE ACCION',13,'J13','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J13: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(10,1,1,1,9,'PLAN DE ACCION',14,'J14','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J14: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(11,1,1,1,10,'PLAN DE ACCION',15,'J15','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J15: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(12,1,1,1,11,'PLAN DE ACCION',16,'J16','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J16: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(13,1,1,1,12,'PLAN DE ACCION',17,'J17','two_teams','warning','Equipo Gobierno Digital y áreas de gestión OAI','Equipo Gobierno Digital; áreas de gestión OAI','Celda J17: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO "import_issue" VALUES(14,1,1,1,13,'PLAN DE ACCION',12,'D12','duplicate_number','info','4',NULL,'Celda D12: el número 4 ya lo tiene la fila 11; las dos líneas se conservan, cada una con su dato.');
CREATE TABLE line (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	sheet VARCHAR NOT NULL, 
	"row" INTEGER NOT NULL, 
	number VARCHAR, 
	activity TEXT, 
	deliverable TEXT, 
	indicator TEXT, 
	start_on DATE, 
	due_on DATE, 
	due_confirmed BOOLEAN NOT NULL, 
	target BIGINT, 
	target_unit VARCHAR, 
	target_implied BOOLEAN NOT NULL, 
	target_text TEXT, 
	accumulation VARCHAR NOT NULL, 
	baseline BIGINT, 
	weight BIGINT, 
	unit TEXT, 
	item TEXT, 
	node INTEGER, 
	stage VARCHAR, 
	programmed TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	result_cells TEXT NOT NULL, 
	gone_at DATETIME, 
	CONSTRAINT pk_line PRIMARY KEY (id), 
	CONSTRAINT uq_line_uid UNIQUE (uid), 
	CONSTRAINT fk_line_plan_id_node_node FOREIGN KEY(plan_id, node) REFERENCES node (plan_id, position), 
	CONSTRAINT ck_line_target_unit CHECK (target_unit IN ('count', 'percent')), 
	CONSTRAINT ck_line_accumulation CHECK (accumulation IN ('sum', 'latest', 'average', 'maximum', 'stock', 'flow', 'cumulative', 'capacity', 'reduction', 'annual_reduction')), 
	CONSTRAINT ck_line_stage CHECK (stage IN ('P', 'H', 'V', 'A')), 
	CONSTRAINT ck_line_place CHECK (position >= 0 AND row >= 1), 
	CONSTRAINT ck_line_weight CHECK (weight >= 0), 
	CONSTRAINT ck_line_implied CHECK (NOT target_implied OR target IS NOT NULL), 
	CONSTRAINT fk_line_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_line_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "line" VALUES(1,1,1,'538b8507-3e65-5c69-88cd-28332df4dfbf',0,'PLAN DE ACCION',8,'1','Definir la hoja de ruta para la implementación de Gobierno Digital','Hoja de ruta para la implementación de Gobierno Digital a 2023','Hoja de ruta para la implementación de Gobierno Digital definida','2023-01-01','2023-02-28',1,1000000,'count',0,'1 Hoja de ruta para la implementación de Gobierno Digital definida','sum',NULL,NULL,NULL,'1',0,'P','{}','{"0":"1","1":"Hoja de ruta gobierno digital","2":"P: Planear","3":"1. Definir la hoja de ruta para la implementación de Gobierno Digital","4":"Hoja de ruta para la implementación de Gobierno Digital a 2023","5":"Hoja de ruta para la implementación de Gobierno Digital definida","6":"1 Hoja de ruta para la implementación de Gobierno Digital definida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}','{"2023-Q1":"L8","2023-Q2":"M8","2023-Q3":"N8","2023-Q4":"O8"}',NULL);
INSERT INTO "line" VALUES(2,1,1,'7acaf4e1-edea-59ca-bcb2-d4ee428586a4',1,'PLAN DE ACCION',9,'2','Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital','Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital',NULL,'2023-01-01','2023-12-31',1,4000000,'count',0,'4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital','sum',NULL,NULL,NULL,'1',0,'V','{}','{"0":"1","1":"Hoja de ruta gobierno digital","2":"V: Verificar","3":"2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","4":"Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","6":"4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"4","11":"1","12":"0","13":"0","14":"0","15":"25.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}','{"2023-Q1":"L9","2023-Q2":"M9","2023-Q3":"N9","2023-Q4":"O9"}',NULL);
INSERT INTO "line" VALUES(3,1,1,'f4fe7239-97ee-53e0-997a-78c18381b8ee',2,'PLAN DE ACCION',10,'3','Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital','- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito','Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado','2023-01-01','2023-07-31',1,21000000,'count',0,'21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado','sum',NULL,NULL,NULL,'2',1,'H','{}','{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"3. Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital","4":"- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito","5":"Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","6":"21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"7","12":"0","13":"0","14":"0","15":"33.3%","16":"1. Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones)."}','{"2023-Q1":"L10","2023-Q2":"M10","2023-Q3":"N10","2023-Q4":"O10"}',NULL);
INSERT INTO "line" VALUES(4,1,1,'dde9859d-cb1d-5e30-8cc3-5b7184851d8e',3,'PLAN DE ACCION',11,'4','Establecimiento de la línea base de Gobierno Digital para 2023','Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital','Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas','2023-01-01','2023-07-31',1,21000000,'count',0,'# Actas de reunión con evidencias de compromisos adquiridos elaboradas','sum',NULL,NULL,NULL,'2',1,'H','{}','{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital","5":"Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas","6":"# Actas de reunión con evidencias de compromisos adquiridos elaboradas","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"2","12":"0","13":"0","14":"0","15":"9.5%","16":"1. Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)"}','{"2023-Q1":"L11","2023-Q2":"M11","2023-Q3":"N11","2023-Q4":"O11"}',NULL);
INSERT INTO "line" VALUES(5,1,1,'344867f8-f180-512a-a605-c7080414e45f',4,'PLAN DE ACCION',12,'4','Establecimiento de la línea base de Gobierno Digital para 2023','Informe de línea base de Gobierno Digital para 2023','Línea base de Gobierno Digital para 2023 establecida','2023-01-01','2023-02-28',1,1000000,'count',0,'1 Informe con la Línea base de Gobierno Digital para 2023 establecida','sum',NULL,NULL,NULL,'3',2,'H','{}','{"0":"3","1":"Línea base Gobierno Digital","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Informe de línea base de Gobierno Digital para 2023","5":"Línea base de Gobierno Digital para 2023 establecida","6":"1 Informe con la Línea base de Gobierno Digital para 2023 establecida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)"}','{"2023-Q1":"L12","2023-Q2":"M12","2023-Q3":"N12","2023-Q4":"O12"}',NULL);
INSERT INTO "line" VALUES(6,1,1,'3461bd79-efa0-5a63-8477-aeac84a43345',5,'PLAN DE ACCION',13,'5','Organizar el repositorio de los productos de Gobierno Digital','Repositorio de los productos de Gobierno Digital','Repositorio de los productos de Gobierno Digital organizado','2023-01-01','2023-02-28',1,1000000,'count',0,'1 Repositorio de los productos de Gobierno Digital organizado','sum',NULL,NULL,NULL,'4',3,'H','{}','{"0":"4","1":"Repositorio Gobierno Digital","2":"H: Hacer","3":"5. Organizar el repositorio de los productos de Gobierno Digital","4":"Repositorio de los productos de Gobierno Digital","5":"Repositorio de los productos de Gobierno Digital organizado","6":"1 Repositorio de los productos de Gobierno Digital organizado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)"}','{"2023-Q1":"L13","2023-Q2":"M13","2023-Q3":"N13","2023-Q4":"O13"}',NULL);
INSERT INTO "line" VALUES(7,1,1,'fdd8ad59-2d44-5b37-a52f-631c7fc75386',6,'PLAN DE ACCION',14,'6','Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito','Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito','Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado','2023-01-01','2023-02-28',1,1000000,'count',0,'1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado','sum',NULL,NULL,NULL,'5',4,'P','{}','{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"P: Planear","3":"6. Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","4":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","5":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","6":"1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)"}','{"2023-Q1":"L14","2023-Q2":"M14","2023-Q3":"N14","2023-Q4":"O14"}',NULL);
INSERT INTO "line" VALUES(8,1,1,'de30a995-b442-58cc-bab0-096d7e4e4d42',7,'PLAN DE ACCION',15,'7','Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial','Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial','Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados','2023-01-01','2023-12-31',1,10000000,'count',0,'10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados','sum',NULL,NULL,NULL,'5',4,'V','{}','{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"V: Verificar","3":"7. Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial","4":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial","5":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","6":"10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"10","11":"0.3","12":"0","13":"0","14":"0","15":"3.0%","16":"1. Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)"}','{"2023-Q1":"L15","2023-Q2":"M15","2023-Q3":"N15","2023-Q4":"O15"}',NULL);
INSERT INTO "line" VALUES(9,1,1,'38116933-d65c-5306-b726-083b3c97f467',8,'PLAN DE ACCION',16,'9','Hacer el reporte a FURAG','Repositorio con evidencias para el reporte a FURAG','Repositorio con evidencias para el reporte a FURAG alistado','2023-03-01','2023-04-30',1,1000000,'count',0,'Repositorio con evidencias para el reporte a FURAG alistado','sum',NULL,NULL,NULL,'6',5,'H','{}','{"0":"6","1":"Reporte FURAG","2":"H: Hacer","3":"9. Hacer el reporte a FURAG","4":"Repositorio con evidencias para el reporte a FURAG","5":"Repositorio con evidencias para el reporte a FURAG alistado","6":"Repositorio con evidencias para el reporte a FURAG alistado","7":"2023-03-01","8":"2023-04-30","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)"}','{"2023-Q1":"L16","2023-Q2":"M16","2023-Q3":"N16","2023-Q4":"O16"}',NULL);
INSERT INTO "line" VALUES(10,1,1,'e0ae1d04-24e9-57ad-898f-92958e242c20',9,'PLAN DE ACCION',17,'10','Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias','Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento','Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento','2023-04-30','2023-12-31',1,1000000,'count',0,'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento','sum',NULL,NULL,NULL,'7',6,'A','{}','{"0":"7","1":"Planes de mejoramiento","2":"A: Actuar","3":"10. Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias","4":"Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento","5":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","6":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","7":"2023-04-30","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)"}','{"2023-Q1":"L17","2023-Q2":"M17","2023-Q3":"N17","2023-Q4":"O17"}',NULL);
INSERT INTO "line" VALUES(11,1,1,'618fcb8b-e5b2-5bc2-90b3-6f9a631f933c',10,'PLAN DE ACCION',18,'11','Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital','Estrategia de uso y apropiación','mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación','2023-02-01','2023-12-31',1,1000000,'count',0,'1 Estrategia de uso y apropiación definida','sum',NULL,NULL,NULL,'8',7,'H','{}','{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"Estrategia de uso y apropiación","5":"mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación","6":"1 Estrategia de uso y apropiación definida","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"1","11":"0.2","12":"0","13":"0","14":"0","15":"20.0%","16":"1. Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)"}','{"2023-Q1":"L18","2023-Q2":"M18","2023-Q3":"N18","2023-Q4":"O18"}',NULL);
INSERT INTO "line" VALUES(12,1,1,'282023af-75d6-58f7-a5e0-5cc894305807',11,'PLAN DE ACCION',19,'11','Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital','cronograma para la implementación de la estrategia de uso y apropiación','Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación','2023-02-01','2023-12-31',1,1000000,'percent',0,'1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación','sum',NULL,NULL,NULL,'8',7,'H','{}','{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"cronograma para la implementación de la estrategia de uso y apropiación","5":"Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación","6":"1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"100%","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito"}','{"2023-Q1":"L19","2023-Q2":"M19","2023-Q3":"N19","2023-Q4":"O19"}',NULL);
CREATE TABLE node (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	parent INTEGER, 
	title VARCHAR NOT NULL, 
	path TEXT NOT NULL, 
	CONSTRAINT pk_node PRIMARY KEY (id), 
	CONSTRAINT uq_node_plan_id_position UNIQUE (plan_id, position), 
	CONSTRAINT fk_node_plan_id_parent_node FOREIGN KEY(plan_id, parent) REFERENCES node (plan_id, position), 
	CONSTRAINT ck_node_parent CHECK (parent IS NULL OR parent < position), 
	CONSTRAINT fk_node_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_node_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "node" VALUES(1,1,1,0,NULL,'Hoja de ruta gobierno digital','["Hoja de ruta gobierno digital"]');
INSERT INTO "node" VALUES(2,1,1,1,NULL,'Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito','["Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito"]');
INSERT INTO "node" VALUES(3,1,1,2,NULL,'Línea base Gobierno Digital','["Línea base Gobierno Digital"]');
INSERT INTO "node" VALUES(4,1,1,3,NULL,'Repositorio Gobierno Digital','["Repositorio Gobierno Digital"]');
INSERT INTO "node" VALUES(5,1,1,4,NULL,'Ejercicios de arquitectura empresarial','["Ejercicios de arquitectura empresarial"]');
INSERT INTO "node" VALUES(6,1,1,5,NULL,'Reporte FURAG','["Reporte FURAG"]');
INSERT INTO "node" VALUES(7,1,1,6,NULL,'Planes de mejoramiento','["Planes de mejoramiento"]');
INSERT INTO "node" VALUES(8,1,1,7,NULL,'Estrategia de uso y apropiación','["Estrategia de uso y apropiación"]');
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	day DATE NOT NULL, 
	channel VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	team_id INTEGER, 
	sender VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	message_id VARCHAR NOT NULL, 
	data BLOB NOT NULL, 
	state VARCHAR NOT NULL, 
	tries INTEGER NOT NULL, 
	not_before DATETIME NOT NULL, 
	lease_owner VARCHAR, 
	lease_until DATETIME, 
	code VARCHAR, 
	text TEXT, 
	created_at DATETIME NOT NULL, 
	settled_at DATETIME, 
	resolved_by VARCHAR, 
	priority INTEGER NOT NULL, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT uq_notice_entity_id_key UNIQUE (entity_id, "key"), 
	CONSTRAINT uq_notice_message_id UNIQUE (message_id), 
	CONSTRAINT ck_notice_state CHECK (state IN ('queued', 'sending', 'sent', 'handed_over', 'retry', 'refused', 'in_doubt', 'suppressed')), 
	CONSTRAINT ck_notice_key_filled CHECK (trim(key) <> ''), 
	CONSTRAINT ck_notice_channel_filled CHECK (trim(channel) <> ''), 
	CONSTRAINT ck_notice_purpose_filled CHECK (trim(purpose) <> ''), 
	CONSTRAINT ck_notice_address_filled CHECK (trim(address) <> ''), 
	CONSTRAINT ck_notice_message_id_filled CHECK (trim(message_id) <> ''), 
	CONSTRAINT ck_notice_tries CHECK (tries >= 0), 
	CONSTRAINT ck_notice_priority CHECK (priority >= 0), 
	CONSTRAINT ck_notice_lease CHECK ((state = 'sending') = (lease_owner IS NOT NULL)), 
	CONSTRAINT ck_notice_lease_end CHECK ((lease_owner IS NULL) = (lease_until IS NULL)), 
	CONSTRAINT ck_notice_data CHECK (length(data) > 0), 
	CONSTRAINT fk_notice_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_notice_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "notice" VALUES(1,1,'notice|1|gobiernodigital@cartagena.example|2023-07-10|email|digest','2023-07-10','email','digest',1,'planes@cartagena.example','gobiernodigital@cartagena.example','[Gobierno Digital] 7 pendientes: 1 vencida y 6 para hoy','<gd.27dd99528f69a704c325b985e05f5d95@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A20676F626965726E6F6469676974616C40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A205B476F626965726E6F204469676974616C5D20372070656E6469656E7465733A20312076656E6369646120792036207061726120686F790D0A446174653A204D6F6E2C203130204A756C20323032332030383A30303A3030202D303530300D0A4D6573736167652D49443A203C67642E32376464393935323866363961373034633332356239383565','sent',1,'2023-07-10 13:00:00.000000',NULL,NULL,'250','2023-07-10_gobiernodigital@cartagena.example_2e823ed9.eml','2023-07-10 13:00:00.000000','2023-07-10 13:00:00.000000',NULL,1);
INSERT INTO "notice" VALUES(2,1,'notice|1|usoyapropiacion@cartagena.example|2023-07-10|email|digest','2023-07-10','email','digest',3,'planes@cartagena.example','usoyapropiacion@cartagena.example','[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2','<gd.5599e83c9f2f78a6cf946caaec9db05c@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A2075736F796170726F70696163696F6E40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D354255736F5F795F4170726F70696163693D43333D42336E3D35445F56656E63655F686F793D33415F66616C74616E5F325F7265706F72743F3D0D0A203D3F7574662D383F713F65735F64656C5F7472696D65737472655F323F3D0D0A446174653A204D6F6E2C203130204A756C20323032332030383A30303A3030202D','sent',1,'2023-07-10 13:00:00.000000',NULL,NULL,'250','2023-07-10_usoyapropiacion@cartagena.example_2040f397.eml','2023-07-10 13:00:00.000000','2023-07-10 13:00:00.000000',NULL,1);
INSERT INTO "notice" VALUES(3,1,'notice|1|usoyapropiacion@cartagena.example|2023-07-11|email|receipt:R-JGU4-BLYD-YS4B','2023-07-11','email','receipt',3,'planes@cartagena.example','usoyapropiacion@cartagena.example','[Uso y Apropiación] Recibido: actividad 11 · 2','<gd.e39f8a5c8d978b8d80aec25a86a8240b@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A2075736F796170726F70696163696F6E40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D354255736F5F795F4170726F70696163693D43333D42336E3D35445F526563696269646F3D33415F6163746976696461645F31315F3F3D0D0A203D3F7574662D383F713F3D43323D42375F323F3D0D0A446174653A205475652C203131204A756C20323032332031303A30303A3030202D303530300D0A4D657373616765','queued',0,'2023-07-11 15:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-11 15:00:00.000000',NULL,NULL,0);
INSERT INTO "notice" VALUES(4,1,'notice|1|usoyapropiacion@cartagena.example|2023-07-12|email|receipt:R-U6RH-Q5QT-RWEW','2023-07-12','email','receipt',3,'planes@cartagena.example','usoyapropiacion@cartagena.example','[Uso y Apropiación] Recibido: actividad 11 · 3','<gd.5bc5df89431fe45b8921c5187ec08d4a@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A2075736F796170726F70696163696F6E40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D354255736F5F795F4170726F70696163693D43333D42336E3D35445F526563696269646F3D33415F6163746976696461645F31315F3F3D0D0A203D3F7574662D383F713F3D43323D42375F333F3D0D0A446174653A205765642C203132204A756C20323032332031303A30303A3030202D303530300D0A4D657373616765','queued',0,'2023-07-12 15:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-12 15:00:00.000000',NULL,NULL,0);
INSERT INTO "notice" VALUES(5,1,'notice|1|gobiernodigital@cartagena.example|2023-07-11|email|receipt:R-WV6N-FOJ3-SXGS','2023-07-11','email','receipt',1,'planes@cartagena.example','gobiernodigital@cartagena.example','[Gobierno Digital] No se pudo recibir su reporte','<gd.f0b948aacfbca133181e91c5234374c2@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A20676F626965726E6F6469676974616C40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A205B476F626965726E6F204469676974616C5D204E6F207365207075646F2072656369626972207375207265706F7274650D0A446174653A205475652C203131204A756C20323032332031303A30303A3030202D303530300D0A4D6573736167652D49443A203C67642E6630623934386161636662636131333331383165393163353233343337346332','queued',0,'2023-07-11 15:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-11 15:00:00.000000',NULL,NULL,0);
INSERT INTO "notice" VALUES(6,1,'notice|1|gobiernodigital@cartagena.example|2023-07-17|email|digest','2023-07-17','email','digest',1,'planes@cartagena.example','gobiernodigital@cartagena.example','[Gobierno Digital] Último plazo: faltan 4 reportes del trimestre 2 · cierra el lun 17 jul · 3 pendientes más','<gd.f85681b2ff2f278abcba90970cd45bb7@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A20676F626965726E6F6469676974616C40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D3542476F626965726E6F5F4469676974616C3D35445F3D43333D39416C74696D6F5F706C617A6F3D33415F66616C74616E5F345F7265706F3F3D0D0A203D3F7574662D383F713F727465735F64656C5F7472696D65737472655F325F3D43323D42375F6369657272615F656C5F6C756E5F31375F6A756C5F3D43323D4237','queued',0,'2023-07-17 13:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-17 13:00:00.000000',NULL,NULL,0);
INSERT INTO "notice" VALUES(7,1,'notice|1|jefatura.oai@cartagena.example|2023-07-17|email|escalation','2023-07-17','email','escalation',1,'planes@cartagena.example','jefatura.oai@cartagena.example','[Gobierno Digital] Solicitud de apoyo: faltan 5 reportes del trimestre 2 · Equipo Gobierno Digital y Equipo de Uso y Apropiación','<gd.3d7f17bd2b79ae44c5e399d3182cf79c@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A206A656661747572612E6F616940636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D3542476F626965726E6F5F4469676974616C3D35445F536F6C6963697475645F64655F61706F796F3D33415F66616C74616E5F355F7265703F3D0D0A203D3F7574662D383F713F6F727465735F64656C5F7472696D65737472655F325F3D43323D42375F45717569706F5F476F626965726E6F5F4469676974616C5F795F457175','queued',0,'2023-07-17 13:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-17 13:00:00.000000',NULL,NULL,0);
INSERT INTO "notice" VALUES(8,1,'notice|1|usoyapropiacion@cartagena.example|2023-07-17|email|digest','2023-07-17','email','digest',3,'planes@cartagena.example','usoyapropiacion@cartagena.example','[Uso y Apropiación] Último plazo: falta 1 reporte del trimestre 2 · cierra el lun 17 jul','<gd.16b16fb9f66e4ff59f1ec0e05608b967@cartagena.example>',X'46726F6D3A203D3F7574662D383F713F416C63616C643D43333D4144615F64655F436172746167656E613F3D0D0A203C706C616E657340636172746167656E612E6578616D706C653E0D0A546F3A2075736F796170726F70696163696F6E40636172746167656E612E6578616D706C650D0A5265706C792D546F3A20706C616E656163696F6E40636172746167656E612E6578616D706C650D0A5375626A6563743A203D3F7574662D383F713F3D354255736F5F795F4170726F70696163693D43333D42336E3D35445F3D43333D39416C74696D6F5F706C617A6F3D33415F66616C74615F313F3D0D0A203D3F7574662D383F713F5F7265706F7274655F64656C5F7472696D65737472655F325F3D43323D42375F6369657272615F656C5F6C756E5F31375F6A756C3F3D0D','queued',0,'2023-07-17 13:00:00.000000',NULL,NULL,NULL,NULL,'2023-07-17 13:00:00.000000',NULL,NULL,0);
CREATE TABLE notice_reminder (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	notice_id INTEGER NOT NULL, 
	reminder_id INTEGER NOT NULL, 
	CONSTRAINT pk_notice_reminder PRIMARY KEY (id), 
	CONSTRAINT uq_notice_reminder_reminder_id_notice_id UNIQUE (reminder_id, notice_id), 
	CONSTRAINT fk_notice_reminder_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_notice_reminder_notice_id_notice FOREIGN KEY(notice_id) REFERENCES notice (id), 
	CONSTRAINT fk_notice_reminder_reminder_id_reminder FOREIGN KEY(reminder_id) REFERENCES reminder (id)
);
INSERT INTO "notice_reminder" VALUES(1,1,1,1);
INSERT INTO "notice_reminder" VALUES(2,1,1,2);
INSERT INTO "notice_reminder" VALUES(3,1,1,3);
INSERT INTO "notice_reminder" VALUES(4,1,1,4);
INSERT INTO "notice_reminder" VALUES(5,1,1,5);
INSERT INTO "notice_reminder" VALUES(6,1,1,6);
INSERT INTO "notice_reminder" VALUES(7,1,1,7);
INSERT INTO "notice_reminder" VALUES(8,1,2,8);
INSERT INTO "notice_reminder" VALUES(9,1,2,9);
INSERT INTO "notice_reminder" VALUES(10,1,6,11);
INSERT INTO "notice_reminder" VALUES(11,1,6,12);
INSERT INTO "notice_reminder" VALUES(12,1,6,13);
INSERT INTO "notice_reminder" VALUES(13,1,6,14);
INSERT INTO "notice_reminder" VALUES(14,1,6,15);
INSERT INTO "notice_reminder" VALUES(15,1,6,16);
INSERT INTO "notice_reminder" VALUES(16,1,6,10);
INSERT INTO "notice_reminder" VALUES(17,1,7,18);
INSERT INTO "notice_reminder" VALUES(18,1,7,19);
INSERT INTO "notice_reminder" VALUES(19,1,7,20);
INSERT INTO "notice_reminder" VALUES(20,1,7,21);
INSERT INTO "notice_reminder" VALUES(21,1,7,22);
INSERT INTO "notice_reminder" VALUES(22,1,8,17);
CREATE TABLE obligation (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	line_id INTEGER NOT NULL, 
	team_id INTEGER, 
	kind VARCHAR NOT NULL, 
	period VARCHAR NOT NULL, 
	due_on DATE NOT NULL, 
	closes_on DATE NOT NULL, 
	reason VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	done_on DATE, 
	CONSTRAINT pk_obligation PRIMARY KEY (id), 
	CONSTRAINT uq_obligation_line_id_kind_period UNIQUE (line_id, kind, period), 
	CONSTRAINT ck_obligation_kind CHECK (kind IN ('result', 'deadline')), 
	CONSTRAINT ck_obligation_reason CHECK (reason IN ('in_window', 'carried_overdue', 'due_date', 'outside_window', 'complete', 'no_window', 'unconfirmed', 'waived')), 
	CONSTRAINT ck_obligation_state CHECK (state IN ('owed', 'met', 'complete', 'waived', 'withdrawn', 'missing_at_close', 'unreadable')), 
	CONSTRAINT ck_obligation_period CHECK ((kind = 'deadline') = (period = '')), 
	CONSTRAINT ck_obligation_dates CHECK (due_on <= closes_on), 
	CONSTRAINT ck_obligation_open CHECK ((state = 'owed') = (done_on IS NULL)), 
	CONSTRAINT fk_obligation_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_obligation_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT fk_obligation_line_id_line FOREIGN KEY(line_id) REFERENCES line (id), 
	CONSTRAINT fk_obligation_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "obligation" VALUES(1,1,1,1,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(2,1,1,2,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(3,1,1,2,1,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(4,1,1,2,1,'deadline','','2023-12-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(5,1,1,3,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(6,1,1,3,1,'result','2023-Q2','2023-07-28','2023-07-28','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(7,1,1,3,1,'deadline','','2023-07-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(8,1,1,4,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(9,1,1,4,1,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(10,1,1,4,1,'deadline','','2023-07-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(11,1,1,5,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(12,1,1,6,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(13,1,1,7,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(14,1,1,8,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(15,1,1,8,1,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(16,1,1,8,1,'deadline','','2023-12-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(17,1,1,9,1,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(18,1,1,9,1,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(19,1,1,9,1,'deadline','','2023-04-30','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(20,1,1,10,1,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(21,1,1,10,1,'deadline','','2023-12-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(22,1,1,11,3,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(23,1,1,11,3,'result','2023-Q2','2023-07-10','2023-07-17','in_window','met','2023-07-11');
INSERT INTO "obligation" VALUES(24,1,1,11,3,'deadline','','2023-12-31','9999-12-31','due_date','complete','2023-07-11');
INSERT INTO "obligation" VALUES(25,1,1,12,3,'result','2023-Q1','2023-04-11','2023-04-18','in_window','met','2023-04-10');
INSERT INTO "obligation" VALUES(26,1,1,12,3,'result','2023-Q2','2023-07-10','2023-07-17','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(27,1,1,12,3,'deadline','','2023-12-31','9999-12-31','due_date','owed',NULL);
INSERT INTO "obligation" VALUES(28,1,1,2,1,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(29,1,1,3,1,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(30,1,1,4,1,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(31,1,1,8,1,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(32,1,1,9,1,'result','2023-Q3','2023-10-06','2023-10-13','carried_overdue','owed',NULL);
INSERT INTO "obligation" VALUES(33,1,1,10,1,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
INSERT INTO "obligation" VALUES(34,1,1,11,3,'result','2023-Q3','2023-10-06','2023-10-13','in_window','complete','2023-07-11');
INSERT INTO "obligation" VALUES(35,1,1,12,3,'result','2023-Q3','2023-10-06','2023-10-13','in_window','owed',NULL);
CREATE TABLE period (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	start_on DATE NOT NULL, 
	end_on DATE NOT NULL, 
	report_by DATE NOT NULL, 
	closes_on DATE NOT NULL, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT pk_period PRIMARY KEY (id), 
	CONSTRAINT uq_period_plan_id_key UNIQUE (plan_id, "key"), 
	CONSTRAINT ck_period_key_filled CHECK (trim(key) <> ''), 
	CONSTRAINT ck_period_kind CHECK (kind IN ('month', 'two_month', 'quarter', 'four_month', 'half_year', 'year', 'custom')), 
	CONSTRAINT ck_period_dates CHECK (start_on <= end_on AND end_on <= report_by AND report_by <= closes_on), 
	CONSTRAINT fk_period_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_period_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id)
);
INSERT INTO "period" VALUES(1,1,1,'2023-Q1','quarter','2023-01-01','2023-03-31','2023-04-11','2023-04-18','2023-04-10 13:00:00.000000');
INSERT INTO "period" VALUES(2,1,1,'2023-Q2','quarter','2023-04-01','2023-06-30','2023-07-10','2023-07-17','2023-04-10 13:00:00.000000');
INSERT INTO "period" VALUES(3,1,1,'2023-Q3','quarter','2023-07-01','2023-09-30','2023-10-06','2023-10-13','2023-07-10 13:00:00.000000');
CREATE TABLE "plan" (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	title TEXT, 
	kind VARCHAR NOT NULL, 
	period_kind VARCHAR NOT NULL, 
	year INTEGER, 
	sheet VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	source_sha256 VARCHAR NOT NULL, 
	header_row INTEGER, 
	columns TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	imported_at DATETIME NOT NULL, 
	CONSTRAINT pk_plan PRIMARY KEY (id), 
	CONSTRAINT uq_plan_entity_id_code UNIQUE (entity_id, code), 
	CONSTRAINT ck_plan_code_filled CHECK (trim(code) <> ''), 
	CONSTRAINT ck_plan_source_filled CHECK (trim(source) <> ''), 
	CONSTRAINT ck_plan_kind CHECK (kind IN ('action_plan', 'improvement_plan', 'indicative_plan', 'indicator_sheet', 'transparency_plan')), 
	CONSTRAINT ck_plan_period_kind CHECK (period_kind IN ('month', 'two_month', 'quarter', 'four_month', 'half_year', 'year', 'custom')), 
	CONSTRAINT ck_plan_revision CHECK (revision >= 1), 
	CONSTRAINT ck_plan_sha256 CHECK (length(source_sha256) = 64), 
	CONSTRAINT fk_plan_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "plan" VALUES(1,1,'cartagena_2023','PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO','action_plan','quarter',2023,'PLAN DE ACCION','cartagena_2023.xlsx','bf7e22caa64e047c35bde5b35af74f825a34becb32cbcd13efb17a1792c84221',7,'[[0,"ITEM","item",null],[1,"DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN","path",null],[2,"CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar","stage",null],[3,"ACTIVIDAD","activity",null],[4,"PRODUCTO","deliverable",null],[5,"DESCRIPCIÓN DEL INDICADOR","indicator",null],[6,"DESCRIPCION DE LA META","target_text",null],[7,"FECHA INICIO","start",null],[8,"FECHA FINAL","due",null],[9,"RESPONSABLE","responsible",null],[10,"META DEL INDICADOR","target",null],[11,"2023 RESULTADO TRIMESTRE 1","result","2023-Q1"],[12,"2023 RESULTADO TRIMESTRE 2","result","2023-Q2"],[13,"2023 RESULTADO TRIMESTRE 3","result","2023-Q3"],[14,"2023 RESULTADO TRIMESTRE 4","result","2023-Q4"],[15,"RESULTADO","printed_result",null],[16,"OBSERVACIONES","observations",null]]',1,'2023-04-10 13:00:00.000000');
CREATE TABLE receipt (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	number VARCHAR NOT NULL, 
	team_id INTEGER, 
	period VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	received_at DATETIME NOT NULL, 
	state VARCHAR NOT NULL, 
	code VARCHAR, 
	message TEXT, 
	CONSTRAINT pk_receipt PRIMARY KEY (id), 
	CONSTRAINT uq_receipt_entity_id_number UNIQUE (entity_id, number), 
	CONSTRAINT uq_receipt_entity_id_team_id_period_sha256 UNIQUE (entity_id, team_id, period, sha256), 
	CONSTRAINT ck_receipt_state CHECK (state IN ('received', 'read', 'quarantined')), 
	CONSTRAINT ck_receipt_number_filled CHECK (trim(number) <> ''), 
	CONSTRAINT ck_receipt_name_filled CHECK (trim(name) <> ''), 
	CONSTRAINT ck_receipt_size CHECK (size >= 0), 
	CONSTRAINT ck_receipt_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_receipt_reason CHECK ((state = 'quarantined') = (code IS NOT NULL)), 
	CONSTRAINT fk_receipt_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_receipt_team_id_team FOREIGN KEY(team_id) REFERENCES team (id)
);
INSERT INTO "receipt" VALUES(1,1,'R-JGU4-BLYD-YS4B',3,'2023-Q2','63d97b67816e61910b8542620e87f21146556fe5d089ef8b69e1afefa5fdb646','formulario.xlsx',9065,'2023-07-11 15:00:00.000000','read',NULL,NULL);
INSERT INTO "receipt" VALUES(2,1,'R-U6RH-Q5QT-RWEW',3,'2023-Q2','9b56751227517e8a81b6c217f0c3bd8bc4d2858b687fab25dd67f2473a0377c8','formulario.xlsx',9064,'2023-07-12 15:00:00.000000','read',NULL,NULL);
INSERT INTO "receipt" VALUES(3,1,'R-WV6N-FOJ3-SXGS',1,'2023-Q2','145d034c1fc84110f7a0e6b759032f936fab868c18913fae357b9bbfea1b048a','formulario.xlsx',10380,'2023-07-11 15:00:00.000000','read',NULL,NULL);
CREATE TABLE reminder (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	obligation_id INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	step VARCHAR NOT NULL, 
	audience VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	on_date DATE NOT NULL, 
	claimed_on DATE NOT NULL, 
	claimed_at DATETIME NOT NULL, 
	waiting BOOLEAN NOT NULL, 
	suppressed TEXT, 
	team_id INTEGER NOT NULL, 
	CONSTRAINT pk_reminder PRIMARY KEY (id), 
	CONSTRAINT uq_reminder_obligation_id_due_on_step_audience_team_id UNIQUE (obligation_id, due_on, step, audience, team_id), 
	CONSTRAINT ck_reminder_audience CHECK (audience IN ('team', 'head', 'coordinator')), 
	CONSTRAINT ck_reminder_reason CHECK (reason IN ('due_soon', 'due_today', 'overdue', 'closing_soon', 'escalated')), 
	CONSTRAINT ck_reminder_step_filled CHECK (trim(step) <> ''), 
	CONSTRAINT ck_reminder_suppressed_filled CHECK (trim(suppressed) <> ''), 
	CONSTRAINT ck_reminder_waiting CHECK (NOT waiting OR suppressed IS NULL), 
	CONSTRAINT ck_reminder_dates CHECK (on_date <= claimed_on), 
	CONSTRAINT fk_reminder_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_reminder_obligation_id_obligation FOREIGN KEY(obligation_id) REFERENCES obligation (id)
);
INSERT INTO "reminder" VALUES(1,1,19,'2023-04-30','+46','team','overdue','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(2,1,3,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(3,1,6,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(4,1,9,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(5,1,15,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(6,1,18,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(7,1,20,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(8,1,23,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,3);
INSERT INTO "reminder" VALUES(9,1,26,'2023-07-10','0','team','due_today','2023-07-10','2023-07-10','2023-07-10 13:00:00.000000',0,NULL,3);
INSERT INTO "reminder" VALUES(10,1,19,'2023-04-30','+51','team','overdue','2023-07-17','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(11,1,7,'2023-07-31','-10','team','due_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(12,1,10,'2023-07-31','-10','team','due_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(13,1,9,'2023-07-10','close-1','team','closing_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(14,1,15,'2023-07-10','close-1','team','closing_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(15,1,18,'2023-07-10','close-1','team','closing_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(16,1,20,'2023-07-10','close-1','team','closing_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(17,1,26,'2023-07-10','close-1','team','closing_soon','2023-07-14','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,3);
INSERT INTO "reminder" VALUES(18,1,9,'2023-07-10','+3','head','escalated','2023-07-13','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(19,1,15,'2023-07-10','+3','head','escalated','2023-07-13','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(20,1,18,'2023-07-10','+3','head','escalated','2023-07-13','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(21,1,20,'2023-07-10','+3','head','escalated','2023-07-13','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,1);
INSERT INTO "reminder" VALUES(22,1,26,'2023-07-10','+3','head','escalated','2023-07-13','2023-07-17','2023-07-17 13:00:00.000000',0,NULL,3);
CREATE TABLE result (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	line_id INTEGER NOT NULL, 
	period VARCHAR NOT NULL, 
	value BIGINT NOT NULL, 
	narrative TEXT, 
	zero_reason TEXT, 
	source VARCHAR NOT NULL, 
	reported_at DATETIME NOT NULL, 
	receipt VARCHAR, 
	in_force BOOLEAN NOT NULL, 
	supersedes INTEGER, 
	CONSTRAINT pk_result PRIMARY KEY (id), 
	CONSTRAINT fk_result_entity_id_receipt_receipt FOREIGN KEY(entity_id, receipt) REFERENCES receipt (entity_id, number), 
	CONSTRAINT ck_result_source CHECK (source IN ('import', 'form')), 
	CONSTRAINT ck_result_period_filled CHECK (trim(period) <> ''), 
	CONSTRAINT ck_result_zero_reason_filled CHECK (trim(zero_reason) <> ''), 
	CONSTRAINT ck_result_zero CHECK (zero_reason IS NULL OR value = 0), 
	CONSTRAINT fk_result_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id), 
	CONSTRAINT fk_result_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT fk_result_line_id_line FOREIGN KEY(line_id) REFERENCES line (id), 
	CONSTRAINT fk_result_supersedes_result FOREIGN KEY(supersedes) REFERENCES result (id)
);
INSERT INTO "result" VALUES(1,1,1,1,'2023-Q1',1000000,'Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(2,1,1,2,'2023-Q1',1000000,'Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(3,1,1,3,'2023-Q1',7000000,'Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones).',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(4,1,1,4,'2023-Q1',2000000,'Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(5,1,1,5,'2023-Q1',1000000,'Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(6,1,1,6,'2023-Q1',1000000,'Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(7,1,1,7,'2023-Q1',1000000,'Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(8,1,1,8,'2023-Q1',300000,'Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(9,1,1,9,'2023-Q1',0,'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)','Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)','import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(10,1,1,10,'2023-Q1',0,'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)','Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)','import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(11,1,1,11,'2023-Q1',200000,'Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)',NULL,'import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(12,1,1,12,'2023-Q1',0,'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito','Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito','import','2023-04-10 13:00:00.000000',NULL,1,NULL);
INSERT INTO "result" VALUES(13,1,1,11,'2023-Q2',2000000,'Se avanzó.',NULL,'form','2023-07-11 15:00:00.000000','R-JGU4-BLYD-YS4B',0,NULL);
INSERT INTO "result" VALUES(14,1,1,11,'2023-Q2',3000000,'Se avanzó.',NULL,'form','2023-07-12 15:00:00.000000','R-U6RH-Q5QT-RWEW',1,13);
CREATE TABLE team (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	folded VARCHAR NOT NULL, 
	CONSTRAINT pk_team PRIMARY KEY (id), 
	CONSTRAINT uq_team_entity_id_folded UNIQUE (entity_id, folded), 
	CONSTRAINT ck_team_name_filled CHECK (trim(name) <> ''), 
	CONSTRAINT ck_team_folded_filled CHECK (trim(folded) <> ''), 
	CONSTRAINT fk_team_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "team" VALUES(1,1,'Equipo Gobierno Digital','equipo gobierno digital');
INSERT INTO "team" VALUES(2,1,'áreas de gestión OAI','areas de gestion oai');
INSERT INTO "team" VALUES(3,1,'Equipo de Uso y Apropiación','equipo de uso y apropiacion');
CREATE TABLE transport (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	channel VARCHAR NOT NULL, 
	failures INTEGER NOT NULL, 
	paused_until DATETIME, 
	code VARCHAR, 
	text TEXT, 
	CONSTRAINT pk_transport PRIMARY KEY (id), 
	CONSTRAINT uq_transport_entity_id_channel UNIQUE (entity_id, channel), 
	CONSTRAINT ck_transport_channel_filled CHECK (trim(channel) <> ''), 
	CONSTRAINT ck_transport_failures CHECK (failures >= 0), 
	CONSTRAINT fk_transport_entity_id_entity FOREIGN KEY(entity_id) REFERENCES entity (id)
);
INSERT INTO "transport" VALUES(1,1,'email',0,NULL,NULL,NULL);
CREATE INDEX ix_event_entity_id_subject ON event (entity_id, subject);
CREATE TRIGGER event_update BEFORE update ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_delete BEFORE delete ON event BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE INDEX ix_notice_troubled ON notice (entity_id, state) WHERE state IN ('refused', 'in_doubt');
CREATE INDEX ix_notice_sendable ON notice (entity_id, channel, priority, not_before, id) WHERE state IN ('queued', 'retry');
CREATE INDEX ix_notice_leased ON notice (lease_until) WHERE state = 'sending';
CREATE INDEX ix_notice_entity_id_day ON notice (entity_id, day);
CREATE INDEX ix_attempt_entity_id_channel ON attempt (entity_id, channel, started_at);
CREATE INDEX ix_attempt_notice_id ON attempt (notice_id);
CREATE INDEX ix_line_plan_id_position ON line (plan_id, position);
CREATE INDEX ix_obligation_plan_id_period ON obligation (plan_id, period);
CREATE INDEX ix_obligation_open ON obligation (entity_id, kind, due_on, closes_on, line_id, team_id, done_on) WHERE done_on IS NULL;
CREATE INDEX ix_decision_line_id ON decision (line_id);
CREATE INDEX ix_decision_entity_id_kind ON decision (entity_id, kind);
CREATE INDEX ix_assignment_plan_id ON assignment (plan_id);
CREATE INDEX ix_result_line_id ON result (line_id);
CREATE UNIQUE INDEX ix_result_in_force ON result (plan_id, line_id, period) WHERE in_force = 1;
CREATE INDEX ix_reminder_waiting ON reminder (entity_id) WHERE waiting = 1;
CREATE INDEX ix_notice_reminder_notice_id ON notice_reminder (notice_id);
COMMIT;
