SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION public.refuse_closing_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'closings never change'; END $$;

CREATE FUNCTION public.refuse_event_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'events are append-only'; END $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    email character varying NOT NULL,
    name character varying NOT NULL,
    role character varying NOT NULL,
    password_hash text,
    subject character varying,
    totp_secret character varying,
    totp_step integer,
    failures integer NOT NULL,
    locked_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    disabled_at timestamp with time zone,
    disabled_by character varying,
    CONSTRAINT ck_account_disabled CHECK (((disabled_at IS NULL) = (disabled_by IS NULL))),
    CONSTRAINT ck_account_email_filled CHECK ((TRIM(BOTH FROM email) <> ''::text)),
    CONSTRAINT ck_account_failures CHECK ((failures >= 0)),
    CONSTRAINT ck_account_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_account_role CHECK ((((role)::text = 'coordinator'::text) OR ((role)::text = 'reviewer'::text) OR ((role)::text = 'auditor'::text) OR ((role)::text = 'it'::text))),
    CONSTRAINT ck_account_small CHECK (((email)::text = lower((email)::text)))
);

CREATE SEQUENCE public.account_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.account_id_seq OWNED BY public.account.id;

CREATE TABLE public.address_mark (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    address character varying NOT NULL,
    code character varying,
    text text,
    marked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_address_mark_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text))
);

CREATE SEQUENCE public.address_mark_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.address_mark_id_seq OWNED BY public.address_mark.id;

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE public.amendment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    field character varying NOT NULL,
    before character varying,
    after character varying NOT NULL,
    effective_on date NOT NULL,
    act character varying NOT NULL,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    applied_at timestamp with time zone,
    undone_at timestamp with time zone,
    undone_by character varying,
    CONSTRAINT ck_amendment_act_filled CHECK ((TRIM(BOTH FROM act) <> ''::text)),
    CONSTRAINT ck_amendment_after_filled CHECK ((TRIM(BOTH FROM after) <> ''::text)),
    CONSTRAINT ck_amendment_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_amendment_field CHECK ((((field)::text = 'due'::text) OR ((field)::text = 'target'::text) OR ((field)::text = 'team'::text))),
    CONSTRAINT ck_amendment_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_amendment_undone CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
);

CREATE SEQUENCE public.amendment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.amendment_id_seq OWNED BY public.amendment.id;

CREATE TABLE public.annex (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    sha256 character varying,
    name character varying NOT NULL,
    size integer,
    media_type character varying,
    link text,
    dated_on date,
    added_at timestamp with time zone NOT NULL,
    added_by character varying NOT NULL,
    removed_at timestamp with time zone,
    checked_at timestamp with time zone,
    alive boolean,
    dead_since timestamp with time zone,
    scanned_at timestamp with time zone,
    CONSTRAINT ck_annex_added_by_filled CHECK ((TRIM(BOTH FROM added_by) <> ''::text)),
    CONSTRAINT ck_annex_checked CHECK (((alive IS NULL) = (checked_at IS NULL))),
    CONSTRAINT ck_annex_dead CHECK (((dead_since IS NULL) OR (NOT alive))),
    CONSTRAINT ck_annex_file CHECK ((((sha256 IS NULL) = (size IS NULL)) AND ((sha256 IS NULL) = (media_type IS NULL)))),
    CONSTRAINT ck_annex_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_annex_number CHECK ((number >= 1)),
    CONSTRAINT ck_annex_one CHECK (((sha256 IS NULL) <> (link IS NULL))),
    CONSTRAINT ck_annex_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.annex_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.annex_id_seq OWNED BY public.annex.id;

CREATE TABLE public.assignment (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT ck_assignment_position CHECK (("position" >= 0))
);

CREATE SEQUENCE public.assignment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.assignment_id_seq OWNED BY public.assignment.id;

CREATE TABLE public.attempt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    owner character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying,
    code character varying,
    text text,
    channel character varying NOT NULL,
    CONSTRAINT ck_attempt_dates CHECK ((started_at <= ended_at)),
    CONSTRAINT ck_attempt_ended CHECK (((state IS NULL) = (ended_at IS NULL))),
    CONSTRAINT ck_attempt_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text)))
);

CREATE SEQUENCE public.attempt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.attempt_id_seq OWNED BY public.attempt.id;

CREATE TABLE public.calendar_feed (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_calendar_feed_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_calendar_feed_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_calendar_feed_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.calendar_feed_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.calendar_feed_id_seq OWNED BY public.calendar_feed.id;

CREATE TABLE public.closing (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    number integer NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by character varying NOT NULL,
    sha256 character varying NOT NULL,
    snapshot bytea NOT NULL,
    events integer NOT NULL,
    head character varying NOT NULL,
    missing integer NOT NULL,
    CONSTRAINT ck_closing_closed_by_filled CHECK ((TRIM(BOTH FROM closed_by) <> ''::text)),
    CONSTRAINT ck_closing_hashes CHECK (((length((sha256)::text) = 64) AND (length((head)::text) = 64))),
    CONSTRAINT ck_closing_missing CHECK ((missing >= 0)),
    CONSTRAINT ck_closing_number CHECK ((number >= 1)),
    CONSTRAINT ck_closing_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text))
);

CREATE SEQUENCE public.closing_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.closing_id_seq OWNED BY public.closing.id;

CREATE TABLE public.contact (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    "position" integer NOT NULL,
    email character varying NOT NULL,
    name character varying,
    role character varying NOT NULL,
    away_from date,
    away_to date,
    CONSTRAINT ck_contact_away CHECK ((away_from <= away_to)),
    CONSTRAINT ck_contact_email CHECK (((email)::text ~~ '_%@_%'::text)),
    CONSTRAINT ck_contact_role CHECK ((((role)::text = 'member'::text) OR ((role)::text = 'leader'::text) OR ((role)::text = 'head'::text) OR ((role)::text = 'substitute'::text)))
);

CREATE SEQUENCE public.contact_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.contact_id_seq OWNED BY public.contact.id;

CREATE TABLE public.correspondence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    reference character varying NOT NULL,
    CONSTRAINT ck_correspondence_reference_filled CHECK ((TRIM(BOTH FROM reference) <> ''::text))
);

CREATE SEQUENCE public.correspondence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.correspondence_id_seq OWNED BY public.correspondence.id;

CREATE TABLE public.decision (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    line_id integer,
    team_id integer,
    period character varying NOT NULL,
    starts_on date NOT NULL,
    until date,
    reason character varying NOT NULL,
    author character varying NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    to_team_id integer,
    ended_on date,
    ended_by character varying,
    CONSTRAINT ck_decision_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_decision_dates CHECK ((starts_on <= until)),
    CONSTRAINT ck_decision_end CHECK ((((kind)::text = 'waiver'::text) OR (until IS NOT NULL))),
    CONSTRAINT ck_decision_ended CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_decision_kind CHECK ((((kind)::text = 'waiver'::text) OR ((kind)::text = 'extension'::text) OR ((kind)::text = 'silence'::text) OR ((kind)::text = 'acknowledgement'::text) OR ((kind)::text = 'handover'::text))),
    CONSTRAINT ck_decision_line CHECK ((((kind)::text = 'silence'::text) OR (line_id IS NOT NULL))),
    CONSTRAINT ck_decision_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_decision_subject CHECK (((line_id IS NULL) <> (team_id IS NULL)))
);

CREATE SEQUENCE public.decision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;

CREATE TABLE public.entity (
    id integer NOT NULL,
    code character varying NOT NULL,
    name character varying NOT NULL,
    nit character varying,
    events integer NOT NULL,
    head character varying NOT NULL,
    settings text NOT NULL,
    CONSTRAINT ck_entity_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_entity_events CHECK ((events >= 0)),
    CONSTRAINT ck_entity_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.entity_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.entity_id_seq OWNED BY public.entity.id;

CREATE TABLE public.event (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    sequence integer NOT NULL,
    kind character varying NOT NULL,
    subject character varying NOT NULL,
    facts character varying NOT NULL,
    actor character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    previous character varying NOT NULL,
    hash character varying NOT NULL,
    CONSTRAINT ck_event_actor_filled CHECK ((TRIM(BOTH FROM actor) <> ''::text)),
    CONSTRAINT ck_event_hashes CHECK (((length((previous)::text) = 64) AND (length((hash)::text) = 64))),
    CONSTRAINT ck_event_kind_filled CHECK ((TRIM(BOTH FROM kind) <> ''::text)),
    CONSTRAINT ck_event_sequence CHECK ((sequence >= 1)),
    CONSTRAINT ck_event_subject_filled CHECK ((TRIM(BOTH FROM subject) <> ''::text))
);

CREATE SEQUENCE public.event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;

CREATE TABLE public.evidence (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    stated text,
    CONSTRAINT ck_evidence_stated_filled CHECK ((TRIM(BOTH FROM stated) <> ''::text))
);

CREATE SEQUENCE public.evidence_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;

CREATE TABLE public.form_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    plan_ids text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_form_issue_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_form_issue_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.form_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.form_issue_id_seq OWNED BY public.form_issue.id;

CREATE TABLE public.import_draft (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    sha256 character varying NOT NULL,
    cut_off date NOT NULL,
    every character varying,
    code character varying,
    choices text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    result text NOT NULL,
    CONSTRAINT ck_import_draft_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_import_draft_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_import_draft_file CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_import_draft_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.import_draft_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_draft_id_seq OWNED BY public.import_draft.id;

CREATE TABLE public.import_issue (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    revision integer NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer,
    cell character varying,
    code character varying NOT NULL,
    severity character varying NOT NULL,
    raw text,
    proposal text,
    message text,
    CONSTRAINT ck_import_issue_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_import_issue_message_filled CHECK ((TRIM(BOTH FROM message) <> ''::text)),
    CONSTRAINT ck_import_issue_severity CHECK ((((severity)::text = 'info'::text) OR ((severity)::text = 'warning'::text) OR ((severity)::text = 'error'::text)))
);

CREATE SEQUENCE public.import_issue_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.import_issue_id_seq OWNED BY public.import_issue.id;

CREATE TABLE public.inbound_mail (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    message_id character varying NOT NULL,
    sha256 character varying NOT NULL,
    sender character varying NOT NULL,
    subject character varying NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    code character varying,
    message text,
    accepted_by character varying,
    CONSTRAINT ck_inbound_mail_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_inbound_mail_reason CHECK ((((state)::text = 'taken'::text) OR (code IS NOT NULL))),
    CONSTRAINT ck_inbound_mail_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_inbound_mail_state CHECK ((((state)::text = 'taken'::text) OR ((state)::text = 'quarantined'::text) OR ((state)::text = 'ignored'::text)))
);

CREATE SEQUENCE public.inbound_mail_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.inbound_mail_id_seq OWNED BY public.inbound_mail.id;

CREATE TABLE public.job (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    kind character varying NOT NULL,
    parameters text NOT NULL,
    key character varying NOT NULL,
    requested_by character varying NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    lease_owner character varying,
    lease_until timestamp with time zone,
    tries integer NOT NULL,
    done integer NOT NULL,
    total integer NOT NULL,
    step character varying,
    result text NOT NULL,
    error text,
    run character varying,
    CONSTRAINT ck_job_ended CHECK (((((state)::text = 'done'::text) OR ((state)::text = 'failed'::text)) = (ended_at IS NOT NULL))),
    CONSTRAINT ck_job_failed CHECK ((((state)::text = 'failed'::text) = (error IS NOT NULL))),
    CONSTRAINT ck_job_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_job_kind CHECK ((((kind)::text = 'remind'::text) OR ((kind)::text = 'consolidate'::text) OR ((kind)::text = 'close'::text) OR ((kind)::text = 'reports'::text) OR ((kind)::text = 'publish'::text) OR ((kind)::text = 'backup'::text))),
    CONSTRAINT ck_job_lease CHECK ((((state)::text = 'running'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_job_leased CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_job_progress CHECK (((done >= 0) AND (done <= total))),
    CONSTRAINT ck_job_requested_by_filled CHECK ((TRIM(BOTH FROM requested_by) <> ''::text)),
    CONSTRAINT ck_job_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_job_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.job_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;

CREATE TABLE public.last_run (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    work character varying NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    state character varying NOT NULL,
    succeeded_at timestamp with time zone,
    error text,
    CONSTRAINT ck_last_run_ended CHECK ((((state)::text = 'running'::text) = (ended_at IS NULL))),
    CONSTRAINT ck_last_run_state CHECK ((((state)::text = 'running'::text) OR ((state)::text = 'done'::text) OR ((state)::text = 'failed'::text))),
    CONSTRAINT ck_last_run_work_filled CHECK ((TRIM(BOTH FROM work) <> ''::text))
);

CREATE SEQUENCE public.last_run_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.last_run_id_seq OWNED BY public.last_run.id;

CREATE TABLE public.line (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    uid character varying NOT NULL,
    "position" integer NOT NULL,
    sheet character varying NOT NULL,
    "row" integer NOT NULL,
    number character varying,
    activity text,
    deliverable text,
    indicator text,
    start_on date,
    due_on date,
    due_confirmed boolean NOT NULL,
    target bigint,
    target_unit character varying,
    target_implied boolean NOT NULL,
    target_text text,
    accumulation character varying NOT NULL,
    baseline bigint,
    weight bigint,
    unit text,
    item text,
    node integer,
    stage character varying,
    programmed text NOT NULL,
    texts text NOT NULL,
    result_cells text NOT NULL,
    gone_at timestamp with time zone,
    CONSTRAINT ck_line_accumulation CHECK ((((accumulation)::text = 'sum'::text) OR ((accumulation)::text = 'latest'::text) OR ((accumulation)::text = 'average'::text) OR ((accumulation)::text = 'maximum'::text) OR ((accumulation)::text = 'stock'::text) OR ((accumulation)::text = 'flow'::text) OR ((accumulation)::text = 'cumulative'::text) OR ((accumulation)::text = 'capacity'::text) OR ((accumulation)::text = 'reduction'::text) OR ((accumulation)::text = 'annual_reduction'::text))),
    CONSTRAINT ck_line_implied CHECK (((NOT target_implied) OR (target IS NOT NULL))),
    CONSTRAINT ck_line_place CHECK ((("position" >= 0) AND ("row" >= 1))),
    CONSTRAINT ck_line_stage CHECK ((((stage)::text = 'P'::text) OR ((stage)::text = 'H'::text) OR ((stage)::text = 'V'::text) OR ((stage)::text = 'A'::text))),
    CONSTRAINT ck_line_target_unit CHECK ((((target_unit)::text = 'count'::text) OR ((target_unit)::text = 'percent'::text))),
    CONSTRAINT ck_line_weight CHECK ((weight >= 0))
);

CREATE SEQUENCE public.line_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.line_id_seq OWNED BY public.line.id;

CREATE TABLE public.node (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    "position" integer NOT NULL,
    parent integer,
    title character varying NOT NULL,
    path text NOT NULL,
    CONSTRAINT ck_node_parent CHECK (((parent IS NULL) OR (parent < "position")))
);

CREATE SEQUENCE public.node_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.node_id_seq OWNED BY public.node.id;

CREATE TABLE public.notice (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    key character varying NOT NULL,
    day date NOT NULL,
    channel character varying NOT NULL,
    purpose character varying NOT NULL,
    team_id integer,
    sender character varying NOT NULL,
    address character varying NOT NULL,
    subject character varying NOT NULL,
    message_id character varying NOT NULL,
    data bytea NOT NULL,
    state character varying NOT NULL,
    tries integer NOT NULL,
    not_before timestamp with time zone NOT NULL,
    lease_owner character varying,
    lease_until timestamp with time zone,
    code character varying,
    text text,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    resolved_by character varying,
    priority integer NOT NULL,
    CONSTRAINT ck_notice_address_filled CHECK ((TRIM(BOTH FROM address) <> ''::text)),
    CONSTRAINT ck_notice_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_notice_data CHECK ((length(data) > 0)),
    CONSTRAINT ck_notice_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_notice_lease CHECK ((((state)::text = 'sending'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT ck_notice_lease_end CHECK (((lease_owner IS NULL) = (lease_until IS NULL))),
    CONSTRAINT ck_notice_message_id_filled CHECK ((TRIM(BOTH FROM message_id) <> ''::text)),
    CONSTRAINT ck_notice_priority CHECK ((priority >= 0)),
    CONSTRAINT ck_notice_purpose_filled CHECK ((TRIM(BOTH FROM purpose) <> ''::text)),
    CONSTRAINT ck_notice_state CHECK ((((state)::text = 'queued'::text) OR ((state)::text = 'sending'::text) OR ((state)::text = 'sent'::text) OR ((state)::text = 'handed_over'::text) OR ((state)::text = 'retry'::text) OR ((state)::text = 'refused'::text) OR ((state)::text = 'in_doubt'::text) OR ((state)::text = 'suppressed'::text))),
    CONSTRAINT ck_notice_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.notice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;

CREATE TABLE public.notice_reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    notice_id integer NOT NULL,
    reminder_id integer NOT NULL
);

CREATE SEQUENCE public.notice_reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.notice_reminder_id_seq OWNED BY public.notice_reminder.id;

CREATE TABLE public.obligation (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    team_id integer,
    kind character varying NOT NULL,
    period character varying NOT NULL,
    due_on date NOT NULL,
    closes_on date NOT NULL,
    reason character varying NOT NULL,
    state character varying NOT NULL,
    done_on date,
    CONSTRAINT ck_obligation_dates CHECK ((due_on <= closes_on)),
    CONSTRAINT ck_obligation_kind CHECK ((((kind)::text = 'result'::text) OR ((kind)::text = 'deadline'::text))),
    CONSTRAINT ck_obligation_open CHECK ((((state)::text = 'owed'::text) = (done_on IS NULL))),
    CONSTRAINT ck_obligation_period CHECK ((((kind)::text = 'deadline'::text) = ((period)::text = ''::text))),
    CONSTRAINT ck_obligation_reason CHECK ((((reason)::text = 'in_window'::text) OR ((reason)::text = 'carried_overdue'::text) OR ((reason)::text = 'due_date'::text) OR ((reason)::text = 'outside_window'::text) OR ((reason)::text = 'complete'::text) OR ((reason)::text = 'no_window'::text) OR ((reason)::text = 'unconfirmed'::text) OR ((reason)::text = 'waived'::text))),
    CONSTRAINT ck_obligation_state CHECK ((((state)::text = 'owed'::text) OR ((state)::text = 'met'::text) OR ((state)::text = 'complete'::text) OR ((state)::text = 'waived'::text) OR ((state)::text = 'withdrawn'::text) OR ((state)::text = 'missing_at_close'::text) OR ((state)::text = 'unreadable'::text)))
);

CREATE SEQUENCE public.obligation_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.obligation_id_seq OWNED BY public.obligation.id;

CREATE TABLE public.one_time_key (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    purpose character varying NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    facts text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_one_time_key_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_one_time_key_purpose CHECK ((((purpose)::text = 'password'::text) OR ((purpose)::text = 'code'::text) OR ((purpose)::text = 'enrol'::text))),
    CONSTRAINT ck_one_time_key_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.one_time_key_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.one_time_key_id_seq OWNED BY public.one_time_key.id;

CREATE TABLE public.period (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    key character varying NOT NULL,
    kind character varying NOT NULL,
    start_on date NOT NULL,
    end_on date NOT NULL,
    report_by date NOT NULL,
    closes_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_period_dates CHECK (((start_on <= end_on) AND (end_on <= report_by) AND (report_by <= closes_on))),
    CONSTRAINT ck_period_key_filled CHECK ((TRIM(BOTH FROM key) <> ''::text)),
    CONSTRAINT ck_period_kind CHECK ((((kind)::text = 'month'::text) OR ((kind)::text = 'two_month'::text) OR ((kind)::text = 'quarter'::text) OR ((kind)::text = 'four_month'::text) OR ((kind)::text = 'half_year'::text) OR ((kind)::text = 'year'::text) OR ((kind)::text = 'custom'::text)))
);

CREATE SEQUENCE public.period_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.period_id_seq OWNED BY public.period.id;

CREATE TABLE public.plan (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    code character varying NOT NULL,
    title text,
    kind character varying NOT NULL,
    period_kind character varying NOT NULL,
    year integer,
    sheet character varying NOT NULL,
    source character varying NOT NULL,
    source_sha256 character varying NOT NULL,
    header_row integer,
    columns text NOT NULL,
    revision integer NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    review character varying NOT NULL,
    CONSTRAINT ck_plan_code_filled CHECK ((TRIM(BOTH FROM code) <> ''::text)),
    CONSTRAINT ck_plan_kind CHECK ((((kind)::text = 'action_plan'::text) OR ((kind)::text = 'improvement_plan'::text) OR ((kind)::text = 'indicative_plan'::text) OR ((kind)::text = 'indicator_sheet'::text) OR ((kind)::text = 'transparency_plan'::text))),
    CONSTRAINT ck_plan_period_kind CHECK ((((period_kind)::text = 'month'::text) OR ((period_kind)::text = 'two_month'::text) OR ((period_kind)::text = 'quarter'::text) OR ((period_kind)::text = 'four_month'::text) OR ((period_kind)::text = 'half_year'::text) OR ((period_kind)::text = 'year'::text) OR ((period_kind)::text = 'custom'::text))),
    CONSTRAINT ck_plan_review CHECK ((((review)::text = 'none'::text) OR ((review)::text = 'coordinator'::text))),
    CONSTRAINT ck_plan_revision CHECK ((revision >= 1)),
    CONSTRAINT ck_plan_sha256 CHECK ((length((source_sha256)::text) = 64)),
    CONSTRAINT ck_plan_source_filled CHECK ((TRIM(BOTH FROM source) <> ''::text))
);

CREATE SEQUENCE public.plan_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.plan_id_seq OWNED BY public.plan.id;

CREATE TABLE public.read_token (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by character varying NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    used_at timestamp with time zone,
    CONSTRAINT ck_read_token_created_by_filled CHECK ((TRIM(BOTH FROM created_by) <> ''::text)),
    CONSTRAINT ck_read_token_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_read_token_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_read_token_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.read_token_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.read_token_id_seq OWNED BY public.read_token.id;

CREATE TABLE public.receipt (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    number character varying NOT NULL,
    team_id integer,
    period character varying NOT NULL,
    sha256 character varying NOT NULL,
    name character varying NOT NULL,
    size integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying NOT NULL,
    code character varying,
    message text,
    source character varying NOT NULL,
    sender character varying,
    tries integer NOT NULL,
    inbound_id integer,
    CONSTRAINT ck_receipt_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_receipt_number_filled CHECK ((TRIM(BOTH FROM number) <> ''::text)),
    CONSTRAINT ck_receipt_reason CHECK ((((state)::text = 'quarantined'::text) = (code IS NOT NULL))),
    CONSTRAINT ck_receipt_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_receipt_size CHECK ((size >= 0)),
    CONSTRAINT ck_receipt_source CHECK ((((source)::text = 'command'::text) OR ((source)::text = 'folder'::text) OR ((source)::text = 'mail'::text) OR ((source)::text = 'page'::text))),
    CONSTRAINT ck_receipt_state CHECK ((((state)::text = 'received'::text) OR ((state)::text = 'read'::text) OR ((state)::text = 'quarantined'::text))),
    CONSTRAINT ck_receipt_tries CHECK ((tries >= 0))
);

CREATE SEQUENCE public.receipt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.receipt_id_seq OWNED BY public.receipt.id;

CREATE TABLE public.reminder (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    obligation_id integer NOT NULL,
    due_on date NOT NULL,
    step character varying NOT NULL,
    audience character varying NOT NULL,
    reason character varying NOT NULL,
    on_date date NOT NULL,
    claimed_on date NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    waiting boolean NOT NULL,
    suppressed text,
    team_id integer NOT NULL,
    CONSTRAINT ck_reminder_audience CHECK ((((audience)::text = 'team'::text) OR ((audience)::text = 'head'::text) OR ((audience)::text = 'coordinator'::text))),
    CONSTRAINT ck_reminder_dates CHECK ((on_date <= claimed_on)),
    CONSTRAINT ck_reminder_reason CHECK ((((reason)::text = 'due_soon'::text) OR ((reason)::text = 'due_today'::text) OR ((reason)::text = 'overdue'::text) OR ((reason)::text = 'closing_soon'::text) OR ((reason)::text = 'escalated'::text))),
    CONSTRAINT ck_reminder_step_filled CHECK ((TRIM(BOTH FROM step) <> ''::text)),
    CONSTRAINT ck_reminder_suppressed_filled CHECK ((TRIM(BOTH FROM suppressed) <> ''::text)),
    CONSTRAINT ck_reminder_waiting CHECK (((NOT waiting) OR (suppressed IS NULL)))
);

CREATE SEQUENCE public.reminder_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reminder_id_seq OWNED BY public.reminder.id;

CREATE TABLE public.reopening (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    period character varying NOT NULL,
    closing_id integer NOT NULL,
    scope character varying NOT NULL,
    team_id integer,
    line_id integer,
    author character varying NOT NULL,
    reason character varying NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    until date NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_reopening_author_filled CHECK ((TRIM(BOTH FROM author) <> ''::text)),
    CONSTRAINT ck_reopening_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_reopening_line CHECK ((((scope)::text = 'line'::text) = (line_id IS NOT NULL))),
    CONSTRAINT ck_reopening_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_reopening_reason_filled CHECK ((TRIM(BOTH FROM reason) <> ''::text)),
    CONSTRAINT ck_reopening_scope CHECK ((((scope)::text = 'all'::text) OR ((scope)::text = 'team'::text) OR ((scope)::text = 'line'::text))),
    CONSTRAINT ck_reopening_team CHECK ((((scope)::text = 'team'::text) = (team_id IS NOT NULL)))
);

CREATE SEQUENCE public.reopening_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.reopening_id_seq OWNED BY public.reopening.id;

CREATE TABLE public.report (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    closing_id integer NOT NULL,
    name character varying NOT NULL,
    media_type character varying NOT NULL,
    sha256 character varying NOT NULL,
    size integer NOT NULL,
    written_at timestamp with time zone NOT NULL,
    warning text,
    CONSTRAINT ck_report_media_type_filled CHECK ((TRIM(BOTH FROM media_type) <> ''::text)),
    CONSTRAINT ck_report_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text)),
    CONSTRAINT ck_report_sha256 CHECK ((length((sha256)::text) = 64)),
    CONSTRAINT ck_report_size CHECK ((size >= 0))
);

CREATE SEQUENCE public.report_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.report_id_seq OWNED BY public.report.id;

CREATE TABLE public.result (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    plan_id integer NOT NULL,
    line_id integer NOT NULL,
    period character varying NOT NULL,
    value bigint NOT NULL,
    narrative text,
    zero_reason text,
    source character varying NOT NULL,
    reported_at timestamp with time zone NOT NULL,
    receipt character varying,
    in_force boolean NOT NULL,
    supersedes integer,
    CONSTRAINT ck_result_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_result_source CHECK ((((source)::text = 'import'::text) OR ((source)::text = 'form'::text))),
    CONSTRAINT ck_result_zero CHECK (((zero_reason IS NULL) OR (value = 0))),
    CONSTRAINT ck_result_zero_reason_filled CHECK ((TRIM(BOTH FROM zero_reason) <> ''::text))
);

CREATE SEQUENCE public.result_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.result_id_seq OWNED BY public.result.id;

CREATE TABLE public.review (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    result_id integer NOT NULL,
    verdict character varying NOT NULL,
    note text,
    reviewer character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT ck_review_note CHECK ((((verdict)::text <> 'returned'::text) OR (note IS NOT NULL))),
    CONSTRAINT ck_review_reviewer_filled CHECK ((TRIM(BOTH FROM reviewer) <> ''::text)),
    CONSTRAINT ck_review_verdict CHECK ((((verdict)::text = 'accepted'::text) OR ((verdict)::text = 'returned'::text)))
);

CREATE SEQUENCE public.review_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.review_id_seq OWNED BY public.review.id;

CREATE TABLE public.team (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    name character varying NOT NULL,
    folded character varying NOT NULL,
    CONSTRAINT ck_team_folded_filled CHECK ((TRIM(BOTH FROM folded) <> ''::text)),
    CONSTRAINT ck_team_name_filled CHECK ((TRIM(BOTH FROM name) <> ''::text))
);

CREATE SEQUENCE public.team_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_id_seq OWNED BY public.team.id;

CREATE TABLE public.team_link (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    team_id integer NOT NULL,
    period character varying NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by character varying,
    CONSTRAINT ck_team_link_dates CHECK ((created_at < expires_at)),
    CONSTRAINT ck_team_link_period_filled CHECK ((TRIM(BOTH FROM period) <> ''::text)),
    CONSTRAINT ck_team_link_revoked CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
    CONSTRAINT ck_team_link_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.team_link_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.team_link_id_seq OWNED BY public.team_link.id;

CREATE TABLE public.transport (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    channel character varying NOT NULL,
    failures integer NOT NULL,
    paused_until timestamp with time zone,
    code character varying,
    text text,
    CONSTRAINT ck_transport_channel_filled CHECK ((TRIM(BOTH FROM channel) <> ''::text)),
    CONSTRAINT ck_transport_failures CHECK ((failures >= 0))
);

CREATE SEQUENCE public.transport_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.transport_id_seq OWNED BY public.transport.id;

CREATE TABLE public.web_session (
    id integer NOT NULL,
    entity_id integer NOT NULL,
    account_id integer NOT NULL,
    token_sha256 character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address character varying NOT NULL,
    agent character varying NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying,
    CONSTRAINT ck_web_session_dates CHECK (((created_at <= seen_at) AND (created_at < expires_at))),
    CONSTRAINT ck_web_session_ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
    CONSTRAINT ck_web_session_token CHECK ((length((token_sha256)::text) = 64))
);

CREATE SEQUENCE public.web_session_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.web_session_id_seq OWNED BY public.web_session.id;

ALTER TABLE ONLY public.account ALTER COLUMN id SET DEFAULT nextval('public.account_id_seq'::regclass);

ALTER TABLE ONLY public.address_mark ALTER COLUMN id SET DEFAULT nextval('public.address_mark_id_seq'::regclass);

ALTER TABLE ONLY public.amendment ALTER COLUMN id SET DEFAULT nextval('public.amendment_id_seq'::regclass);

ALTER TABLE ONLY public.annex ALTER COLUMN id SET DEFAULT nextval('public.annex_id_seq'::regclass);

ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);

ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);

ALTER TABLE ONLY public.calendar_feed ALTER COLUMN id SET DEFAULT nextval('public.calendar_feed_id_seq'::regclass);

ALTER TABLE ONLY public.closing ALTER COLUMN id SET DEFAULT nextval('public.closing_id_seq'::regclass);

ALTER TABLE ONLY public.contact ALTER COLUMN id SET DEFAULT nextval('public.contact_id_seq'::regclass);

ALTER TABLE ONLY public.correspondence ALTER COLUMN id SET DEFAULT nextval('public.correspondence_id_seq'::regclass);

ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);

ALTER TABLE ONLY public.entity ALTER COLUMN id SET DEFAULT nextval('public.entity_id_seq'::regclass);

ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);

ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);

ALTER TABLE ONLY public.form_issue ALTER COLUMN id SET DEFAULT nextval('public.form_issue_id_seq'::regclass);

ALTER TABLE ONLY public.import_draft ALTER COLUMN id SET DEFAULT nextval('public.import_draft_id_seq'::regclass);

ALTER TABLE ONLY public.import_issue ALTER COLUMN id SET DEFAULT nextval('public.import_issue_id_seq'::regclass);

ALTER TABLE ONLY public.inbound_mail ALTER COLUMN id SET DEFAULT nextval('public.inbound_mail_id_seq'::regclass);

ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);

ALTER TABLE ONLY public.last_run ALTER COLUMN id SET DEFAULT nextval('public.last_run_id_seq'::regclass);

ALTER TABLE ONLY public.line ALTER COLUMN id SET DEFAULT nextval('public.line_id_seq'::regclass);

ALTER TABLE ONLY public.node ALTER COLUMN id SET DEFAULT nextval('public.node_id_seq'::regclass);

ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);

ALTER TABLE ONLY public.notice_reminder ALTER COLUMN id SET DEFAULT nextval('public.notice_reminder_id_seq'::regclass);

ALTER TABLE ONLY public.obligation ALTER COLUMN id SET DEFAULT nextval('public.obligation_id_seq'::regclass);

ALTER TABLE ONLY public.one_time_key ALTER COLUMN id SET DEFAULT nextval('public.one_time_key_id_seq'::regclass);

ALTER TABLE ONLY public.period ALTER COLUMN id SET DEFAULT nextval('public.period_id_seq'::regclass);

ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);

ALTER TABLE ONLY public.read_token ALTER COLUMN id SET DEFAULT nextval('public.read_token_id_seq'::regclass);

ALTER TABLE ONLY public.receipt ALTER COLUMN id SET DEFAULT nextval('public.receipt_id_seq'::regclass);

ALTER TABLE ONLY public.reminder ALTER COLUMN id SET DEFAULT nextval('public.reminder_id_seq'::regclass);

ALTER TABLE ONLY public.reopening ALTER COLUMN id SET DEFAULT nextval('public.reopening_id_seq'::regclass);

ALTER TABLE ONLY public.report ALTER COLUMN id SET DEFAULT nextval('public.report_id_seq'::regclass);

ALTER TABLE ONLY public.result ALTER COLUMN id SET DEFAULT nextval('public.result_id_seq'::regclass);

ALTER TABLE ONLY public.review ALTER COLUMN id SET DEFAULT nextval('public.review_id_seq'::regclass);

ALTER TABLE ONLY public.team ALTER COLUMN id SET DEFAULT nextval('public.team_id_seq'::regclass);

ALTER TABLE ONLY public.team_link ALTER COLUMN id SET DEFAULT nextval('public.team_link_id_seq'::regclass);

ALTER TABLE ONLY public.transport ALTER COLUMN id SET DEFAULT nextval('public.transport_id_seq'::regclass);

ALTER TABLE ONLY public.web_session ALTER COLUMN id SET DEFAULT nextval('public.web_session_id_seq'::regclass);

INSERT INTO public.account VALUES (1, 1, 'ana@cartagena.example', 'Ana', 'coordinator', NULL, NULL, NULL, NULL, 0, NULL, '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.address_mark VALUES (1, 1, 'nadie@cartagena.example', '550', 'No existe', '2023-07-19 15:00:00+00');

INSERT INTO public.alembic_version VALUES ('0006');

INSERT INTO public.amendment VALUES (1, 1, 1, 1, 'due', '2023-12-31', '2024-03-31', '2023-07-19', 'Acta 1', 'Prórroga', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.annex VALUES (1, 1, 1, 11, '2023-Q2', 1, 'f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76', 'Acta de mayo.pdf', 17, 'application/pdf', NULL, '2023-05-31', '2023-07-12 13:00:00+00', 'Equipo de Uso y Apropiación', NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.assignment VALUES (1, 1, 1, 1, 1, 0);
INSERT INTO public.assignment VALUES (2, 1, 1, 1, 2, 1);
INSERT INTO public.assignment VALUES (3, 1, 1, 2, 1, 0);
INSERT INTO public.assignment VALUES (4, 1, 1, 2, 2, 1);
INSERT INTO public.assignment VALUES (5, 1, 1, 3, 1, 0);
INSERT INTO public.assignment VALUES (6, 1, 1, 3, 2, 1);
INSERT INTO public.assignment VALUES (7, 1, 1, 4, 1, 0);
INSERT INTO public.assignment VALUES (8, 1, 1, 4, 2, 1);
INSERT INTO public.assignment VALUES (9, 1, 1, 5, 1, 0);
INSERT INTO public.assignment VALUES (10, 1, 1, 5, 2, 1);
INSERT INTO public.assignment VALUES (11, 1, 1, 6, 1, 0);
INSERT INTO public.assignment VALUES (12, 1, 1, 6, 2, 1);
INSERT INTO public.assignment VALUES (13, 1, 1, 7, 1, 0);
INSERT INTO public.assignment VALUES (14, 1, 1, 7, 2, 1);
INSERT INTO public.assignment VALUES (15, 1, 1, 8, 1, 0);
INSERT INTO public.assignment VALUES (16, 1, 1, 8, 2, 1);
INSERT INTO public.assignment VALUES (17, 1, 1, 9, 1, 0);
INSERT INTO public.assignment VALUES (18, 1, 1, 9, 2, 1);
INSERT INTO public.assignment VALUES (19, 1, 1, 10, 1, 0);
INSERT INTO public.assignment VALUES (20, 1, 1, 10, 2, 1);
INSERT INTO public.assignment VALUES (21, 1, 1, 11, 3, 0);
INSERT INTO public.assignment VALUES (22, 1, 1, 12, 3, 0);

INSERT INTO public.attempt VALUES (1, 1, 1, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', 'email');
INSERT INTO public.attempt VALUES (2, 1, 2, 'test', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', 'sent', '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', 'email');

INSERT INTO public.calendar_feed VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL);

INSERT INTO public.closing VALUES (1, 1, 1, '2023-Q1', 1, '2023-07-18 13:00:00+00', 'Coordinación', '47092aa7d0b4c46d0a0b20f2499dec744976f59604dfcb4287a81ea1b9e0937f', '\x789ced5d5b6fe3c895fe2b848201325853e6fde23c69dc9a1903ee76c7ee1e60910442912cdaeca5480d29badbd368207f60b15864917dc94b1e83453fecce5bf62dfe27fb4bf65415ef122552a264b947831e58c54bf1d4a9734ed5f7b1eaf0e3004d71e0c0fff37870f6bb3f9c0c5010e00f382d582870c8cf8f03349ff818c5f3c15990f8fec9c00efd30890667835f7d234b9a381e9c0c7c64611f8e9c478f9fe79e1dc2a1006a87231176a0103f4cad905cf07f7ff9f3e0d349b9ce817caa0eca951a23752408a54ac701177938be2dd5fa807d3f7c5fa9f8cfff53af58a9552c8eb56f64a55ef17c5aaaf736c238a854fb9fff36f804dab0510432384c35b61fc6d89920f2104990645ed079d17823ca678200ff8602fdef9f6861905f6e3d10058561e47801b2bdc79f83ec5c3c0983bc2a05aa82130eb6bdd80b83b4371ccf757184039b740feb0627b413d27983b38fd0480767c7ef71446e64c54f2703b8c49b3f145791b6ccd12d0e50d1ee916f23df79fc8c380773e7e5f35edeeda1eb7a362eaabd6786639e0cdc309a12658827032f98c4336f8e99d43edc10907b0677f3f92c3e3b3db5238ce6de3db6c3e9141a370ca3db537a1568e1d47a385586c2a983b1338476c2d393a985235af10c4cd50b6e59bd331c79a1338143b9da645e1607f999780e6dc8cf89f08f9c8bf0bd1726f1e40e2372a36b6a8226eaae69eaa225bb966cbab62869d841aea369ba633aaee5a8b22d3b922921c99225c190654b55906adbaa2997ab8cef90a46a99aa7e4c904f750ede833fccb03d27a6039a9a62c743c1c447f3bcbb98c499acbf258246d8c6a023764b84dd24ce2c2fc2f324223621808d26d6d48b531b81f21ca32931ea1f136f1672df859687a320e45e78b7de1cf950eddc9b621f8432899f146249ddc59236160bcceb6d1c720fdc681685332ff7834c36a92a9b2876178edcd355ba37a113c61cf82287a99c71492451fc442b09c104c102e3acd2591851df43e0be6e2512c0cdd6c304bc601a33b79bce7c680275045113c55349516960a027203484f7c4ca0572240968c38d1388456132833b5e47215101d51d44575229f1ac8044029176defc8e2a0313b34b1f0bbe1316facaeb07a543888b6322882498a792412314d8874f23040ae2f738ca354f34457c0eee0cdf6747734f84a33fe10874457a6d9004369acdc84595aab3c393462dbcc7deeddd3c8f2ba0b9b47175cdc158732a9a92ba5a734425cb54e73f7e0e606058a93b7666bdee0c15da27ee4275a59a1b3457d2424d73a9c1fdaeaeb7d5fa2aa94b1c72df87efe818102573c4dd6631c4c96348aabbcd55a79e1acbb5262d539ab45467425567acca06752da8a9a61df354545a2b481a723730547996e77b3fb1d8c5c5a115e1055571331421eef1af30dcc5dcd5e802229e834953603cf4e090837d88ccf11ce61f611f6a9559337ad56b5ae772c5a67a5ba9db359627168a9587dc25f54fce42315e3678654ebbb186c406675deaab6dd4236e6e74ed15a30cb96b186962301318f2be7cc528a7ebe27bc91dd521377e8723dbb3bd90b814872218bde7307748c0f9f0146667318abc7e029728c8a75253c8dfdcc98a6a1b54966a64a5dad64c264af6a4317b8ae698fbf6edf5e8bb3e0ca869186c6f40625527cdda589c2f54359101d436aad087dc6b1f411389e54cf1bb3042530f304db8439d08cb7422b4b193469d3019569a8774dadea70cf029189660b27debd1994042a7eba83a5ddfde9b4ec5ed5da96636699dcb2d87e9a0a2a63fe4edf85d21400d8a53cfc2be4f6574e7389ad809dcef223fc62725a0328f125c6bb5e57bb78075497d1f57e0fc30c04b9ee924f5a324767acc82ffc5a3c0175499f8f3b437265ee65d0bd06806569e9d26f3115a2f00f5f7500d2351e6145b91be1c3048c42effd480b4965491ca022d0540ece09265a60f2ecb18a028a22c0099a29379124c866611c0ad889b933f607f9883690072de818122ce47dc5d795efa6382393b0ce6e0ad989b17d0cdc7840f815fe402b81fc7203e0ac8b55065e2451c0ec8b3a628b2192640dc2cf42965456b5f98c5fd7a14e00f212788d589319ddcc1cd1e18187d663a177416a72e1ce288eabe1e34a3d6594eb1305059a596884134524b719844d4bc411202474f06f7c84fb2a196b8c924ebae142410c202bfcf1e98f57cf6e0c1a793c5990a4611c40d70e18f70d6f56e9328f399a3431c1de28b7788d5769e1e6832f4a57c9554361aea6e18ee2e6c266bfb32c1e04193fce9bb104e3e64e194de8483c11f9e74c7e61cd4388843d261deb69369e2a7620ce2640a27910dee4929ddc10bec7a01b84edd093bf800210801e7b2276673d609893324b00e52da80f81fb83eade46a743120af01e01e984d21cb272ddad2055954cdfd4ae225230db4101f5c2f9a16713c8d5310dc20300014dde6e10ed59f43de2e10c62ad57e46f5d3c20c7a862862351bf5876a24a72899f65936d54453da848f9f32039990a91c6516b3887336b8248dcefcf26cf0b228ca507c551415285e1964848c20c2138636bec398c4a5d797a357dc8b31373a3fbfb87ac5c68f5b1acbd9efc5571170ec96de5a14261e9b9ee78e911e9ee30ff4c2cd036e49e1699d097dadc3e6ff83366f0ef21190fcfe30a72a1452f1c5ba312ca10dc5fc6231fb21a5a04694b31f4af643a5b81862fb57a4a43166f217342e12d5bc3e63e814457040662ae827f228bd440eb5a710a0f566db7addc98c7a68339b8d1c206e43d42518d3a334b36c58862ae8bc8c3595576dcde40dc376a06a59961c57715ccba5f0b378655a23e8d3979315e7af1171102d5298fbb1e59bebeaabeaf4b51581b5f19a3a461cf805cc922a75fce53f069fe8c0fd5ce0b0b462f62f1de8ec5faacab830fb5f16e20897495c814b020e4636d783c0042791f3f839262b2e68289bc2b348dc42f704be41c88a381b39e41e16c52ab1efd77788bcc7802a42a8fb247b414679549b791ce6c0b96c8f0887e2afd3700a261340783c42852f003b1fbde7e83d07e33d7d3b85ce8b7ad929d265535567d0998b1063923b3983d4c519288bbdda1ba475deb00adba68c39f4de84eaa17f6d8a022fcaebb40917095aa6cd55bcdca23ae59ed5296fa34e42153c004e22f0783b4dae6731b6926d7316e37b6443908cf16de2b1b75edc227c82bf4be20c5cf5ba1cba964ca5e1396405dc4f2822f1342abdc076482c0e9dc49eb337b63b62462e02b22611c7f928807cf69eef101b5c226144892d636c2461a40a09930e8a4b5814697b1645ecc4a2985516a5285216a5285216c5cc5914b3058bf2c35a164569cba228dcb3b28c27a56b942e748da42e616b8e33b1a5d4ce0f67dc0f302040d37372471a72871b9095e71650b5e7e7e9cde45536246c475ee9c846ae82451e3b18f1aa6923deb22d8977148c15c9500d0d29db9157a7ca91beea0ec0d5159364f94001b85c95b1edcbeb3cf2c3793b0a033ab5401c0a12cae3726c72ea2027f3d2da42db2e34bcb4b84eb7ee3467652188f363307ee8bef8ebe1be11b3fe8be19b8ee67e34f7cdcdfda90922ad93f51e09a2350451b760f08b2588d2ada774d92e79ded63491de81262ac595884e96e386a966ba0f66dd3cb9277e87e7cef3681657c2d9d2586a874193d8abf7e594d7c7e86ba819b9ba3ee66601c692baf720363c11596104707890734352991b924bdcd02eb63335324a5227468986dd12a5542a534ea954a6a41294335649145ad04adfafa595a4d6ab7324b1329ea7ad440ea886ad24d977bff7cd1c492973b49bed6f946f92f2f5417a0bc249968772dbe541cf6a2a46dafdfd19a383527648ae6c3bec2b0e2b7b8ca3eac10444ed10bd75c5d225bd0ff6c7555cac4bb2c99b3ac6bc2a6381374d1df1ba618b866c8896817137f647afb33ff291fde90e878d153360e540e1b05295b1d5f28b6c7d6612200ea6b3330cbf89db9030963e83f9073d02be59f13bf84b7955e29fec2e0eaaa6616d1e415fd3f42369a4de241a579f07d7ec7dc984d40f01249dea874f011d6dfe68f35bd9fc53b3406627033eb2406b58a06eea3cb2407db140520716680cf5593eb6b3b7a60c10f9a58c1dcb5e89520c986e17e883f419d56324098cd5504a86c32804330f21a43a305f8e3cb2e903b3b04b2268bc228476247c942ae1f3d223f37bf81724301850252d7d605884ec529077f03b983c87a40561d1a82563430639c82288a6e6a6d082663b5ac600294fc500c9dd1820b1c6001565c6001565c60089050324ee9901fa15375ada4dedecb3dc61cf9aba915a5037e6506db554e819cea09690370a4da8b165f854f614fed4c38d635aaf4eb66bc6c571b069a8a6c3db96e8f02a9605deb06d99572d5d341443151d633bc6453a959af78badcacb5a4bc5fa4ba35cc455cbd2d503c59f6a55c6feb7bccc92342e41d0997b0edafb2a4b1a24490574cd5e55d0524bea51d3e724e34497be22b77324656e7442ee25152c6d561e53f3582f67eb046993db86e4e7b3a9e6d92d113a3ae8d1417f490e7a4c2f7338c21d427a99c3e05a36f1b91a7db22e9f8c5aa54f2edb3e86c61eaaa1720e19b989df589957b691a850ba1115528da828ca8ca828ca8ca8900aa242ea85a8e8904726ebda14146faaf7be690a39a529d6e401ee2b93cc71447e82117997f4c886114bdd22f4687dfad3aed3d7c88a6268ba6bf0ae6808bc2a4a88479aa0f2b62e1882222a58518fe96bf68f765665e0d00e14ed6855195ba11df2e117125fe800cb819e1cc6f1fa53080601623c6065975ceb25774a25457a1a86576eb87b3ee8e0f9c1f7a3411f0dfa08778f70b725dcbd8a6e51d0b0697aadd9f70476bb7a5b47a0ab55816ed7a77161aaa2f2860ea50c77d512dc5df9b59046b8ab7683bb720dee166506778b3283bb720177e57dc3ddedd4dd37ca555294bbe6a32ebb44b90737702d4185ea90db3630289b39b6bab5876a3d98ddeec1a0265a8e6ef2d84500069126f386a2eb3cc2c83614a4c8b2a21ec1e0dee7ceab32d0e9073a77d6ab32767bf555dd9055ace4c9f7e6a06c6dc9b294cc4d9f7ba22c97936db4c98293daf26351cf672efdfcc0e1d1c08f067e048b47b0b82158fc0e0700daa245afc2ad0c3f5f3d5a4c8fc0c9d6af71ed03639eef51de2ee054af82d3bd8909ea227d59c6b46a19d36a254cdbf2238f8de856eb866e951aba2dca0cdd1665866e9502dd2afbfe28c893f457dfa0584d4171eb8f79eee525f0a10edd4bbf0ea20db9270a8eca9e839bfa54514a7b3a87db351de03a8e811cd5e425475178d592751ea992cb6bb268ebaeadabb2a11de980bda32565055a320e142d195519375809fbf8d7e50b6f625ca458e5a63888e1275969439659c46c4dce94a5e870b11501dc38a9acd709400896ed254b3eb29053d809a75ee0e59c67a33b1f3ce01286723f9c82cc3e3e7de8b4c2d1518e8eb26f47a9183fb3f53eb3101487a545db2f6523105765515cb4fd4ee908d6dbfe56d9087697d3a173160265556acf452dfe62b310f4f8b112997dad7d8bef956c86737ae273f2ecf269805d925a7e63f9ba7c10c4a8f2373b13abc8571603a0c806222835f0377a8ffc8dde8dbf516bfc4d5166fc4d5166fc8d5af0376a2f9f23a186dd8ec011b827e9b1036170848cc261e3f0da9c8f1bade3ff32a7490d1f12d1977e4864e348a4ec38d2a94f15b2b42774be5d7febc3c1b2804c53e52d459178d5b06dde4216cc764ccdd1b182154791bab139eaa954e573c8e02d34723ac7f403cd50555f31d1340f14aa9a55195b4155b6af09822fdd82748f7fe27c1fdc8a864ee27330d5cb3f8d03c783394dd3128120b3104c8ac4e1987d9d67cdd23341e3c645fa8f6fdf5e8fbe23db6ba4fd63c93a923c68e5ac85b813d29605424878066cd0d1c58e2e7608ca69ed624f9dd1525c959375d1638e292d579349aad0499d8d64d262cac74d29a51e92473eb7f496ddb9a57499393826f83df5e39ea8a2f252f05ab6b259fad582c50797d7f028bc9c0d794b3920b3798349bbe701caf1083c2e2dc6d1ca648e592273aed35b99a08d9c8dd18db3d16a9c4d51669c4d51669c8d567036da463b4ae44dd7dc6ca7ddbe89176d50ec27297aa5be42466841aeb45d1f730003ebd22d2366c67c2c75a7fa6e90d67e58df0fd2bdcbb5ad6bd0eb566bd443c396bb410c51d44c59e61d4db579551634ded2258d170cd9926d5377154def46188875c2e00b220b36593c5b410561328fa1fbdb4203f231a37cfa400a5b8303f63cb0ad9498c4647e9d7feb06dc3889d02df5b50d3d5767abd3a8c94df1bb104601c6a67df7e2b96286a7d5d966689d5dba115c3f1af9d1c80fd6c89f1a2f4bab001e31de2360ee0698576d0b5ba2cfe3f28bfde2e3317b9715c154f26ef1e5227dd559b8f5cbb25b875948a121026e7bfc7b50892a6caefbc0a1c4a1d3639a9cbb0fd0dd9f4074c25e6af1a0db020d62bf6574de20581f62a5d05d2f43771ab432ecbe3cf8368378b31b88d76b20be2833105f941988d70b10afb700f1a305109fa29fee207e879dd037c2d75384dfd0774f05f59f7a7a459a383a23df0348f2c50fa230e4f61dab945dc71a75b7e6aaedb67abdeeab3daf75c002c2a203954b0a367955470e6f9886cb9b92a91a5852245b123a5117e920dc86b950bfd564cd28b10e375e00a63a47d401a0dec7cfa153a520fef8a75534c6428563baad8cc4668e4df991b3b82fe659ad7f9056a58723a9df7b7c3b2bf7f67696085691b273120027842916f52a1654fde23bbde47a90ffd6a391308943e253608033af144e8b1d8382c19d83a864bdd103372a5ff7e449e184614f1fb2544e9fc1ae93a3291f4df9493786888be65926295682ea45f3dc6667c812f3dccfce903534651b7262953e2b24c5aa65454bf4d989a428e5d358a5d4ad898ad619420e88a910e960d096ab78e1c5f8f1bfc93678326562b9d8a1c4f6eedbf957dc1be20ec332afcbd0a45bcec9051e62bc2624766513c42a9b9067a30f2190414bdfe1d2927496441eea011912bbdcc27581ba20138c0a992096c884b52d6ba41528a5d78157306abc425166bc425166bc8251f00ac6468b03a4cd1372acd30a1c7561dc6cfd0905a8e42dad6454ed9e224cd4f80223e50b5a185e8d3918b6f978a3b4491e8da79a322c59262082ccfb88114abb2e5077eac35a6793d4eb3eb00aaf2fb7cd1c9b6ba2e1da9661f158b5245eb56c8937054be635d7449a2cbaa62cdb9db0390c05f4cb2ea5bc12746c386696e80a5d566d1a2619dc0f13ba483529cbd0e566195d49b678cd40ab56f750b377c051871bfdb7e8cb5df27fb4e7a33d1ff27a8155d9059698e756eb05fac6e207b85e405bf589d025fadc6abdc02e60f817be5ee0d0307869032f5d6d0bd51772759c527702eb5215acbf6cdc3abe986a7073097709dcc56ec0ddac01f7a2cc807b5166c0dd2c80bbb96fe05eed80729e475a4c70e484eccd758b3ea8227b705102ec9e00db0b0cab6fb230600713902786e37d8601756feeacf56f9d7d827cc920372297d75547e355c325a923b1c0abb66d988a2ca886d079ef400de41fccde01888be96c888d32cb50053d4457aa15078b5958317fc8c25e1a6b994c0e1dad20a0417c0bd0845c43b883d04fa601c35b309ce00f83b3d29ac8743c0fe94847633f69eb9c25297a337e492719e96d62c36d7464286e7b31be39bfbe784da22d89bb9757371c94df8caf2fe0d78b8b6fc7d7e357e717a3cbf10df7dbb7701e42f3ebcb8bf3d1abf2b3a48667b1e05d3cecfce2fcf28a3ce6f5f5d5f9f8e68a2b72db7259b0e0ca994eb862d94fe97172c3e3f26949f1c4d1f99b8b1f2e5e8c5e94ef571aee2fcf248a2a40d6176fcfdf5c956b509bfa249f012cd1f0e39f888a2fb98b572f40812faeaecb356a0d359687aee65e1b712fc76f46e5faf4e62e89ca357d3b3eff7e04225d405de5fb8d261d2578e1ee6f2f5e8d2ecb379b0d37b3a561b15755f0f5f8e6f5d5ab9bd13797e38a0137197e1a3d8a0a48db9b35dbf07abe1089818aac3272050722bdbd7c0335716fae2f5e8e6fde5c8f39b152e97224d7b952a952a9bc1c7e74ad54ae54aa2cc70d5d2b552a953639c02cf20282c617eacdabac54d364f5a115e3e89e828eb854c9d53737e3eb1f46c4ecc73714b5c020cb70c8c8b791ef3c7ea623e1791656e1de3b0c436734a1334d3d9dab9fa41c4607f623c5a024c484c18486f17c384bcffd08616a4e673b19e2029015d0bddc8db3db8c53a90e04c30f7efc213f3d89ef90a492b981e5ea58926c8434050b8a6ecbaae560d59255e4ea8a6b482a92150bdb962cd996ed8832762d5147a26e4ab6a14892588e6a255148607a7d75f9f8af6fc07bc8c1efa0cbe9d17f86d2cdf8e5ebf1e3bf5fc1cd0f2409f91991b0c4c70026b4a6de7c4ea1343b889dd2120aa2e889f530a8717951e2e31245e0a08798f9fc14902cd91aeea35976b4544d7a48a5a6e24f1ce85d3ad2a7737d7822dc1a53bb6163e8c40da98a1954a3d4019bcda8b26119aaa0f332d65498c368266f18b6c34b862c4b8eab38aee5ee86494b61546a8ae52fa7a4b2d39d0b2b85d7918d5c058b3c060df0aa6923deb22d8977148c15c9500d0d293b175eda50785771b12ec9266fea18f3aa0c5348d3d411af1bb668c886681918ef5c78b9105eef22bce360d3504d87b72dd1e1552c0bbc61db32af5aba6828862a3ac6ee85570ae1a52ec2b7fc30f86e855737349b961fb2dbadf0daa636df2eedfe6e85d73714be6596b9dd0a6fd45339b7379c767bde772bbe597d5fd25af896abde773c4c091b4adf725dc08ea517eb8b3d5bcbdf92f2d8b1fc52a3f6610afc3e8c1cca73782cc1e50466e0eceba38cb21fc77342efd17395953ae5dd324eb6f7e01ffff5f123fbf5e9d33ffe97fb3529d1c641f9eb13baebc366b92b7c2e3f37c101393fe4aeb11dde9284a8347d2ad9808329b3147329f423d83a4ef35fa0082abb4371fafd1d0f4711e682e13ffe4e2a26d3422fb8855a4fb83b6cdf85e49af4385d750167c82a9ad231eb81c8f0fbe0f7c125d99fe2b911fc01391cfa2090fc16fbc849b7aee44f3ce3628f729e369a5a94488b67c9e3df62782c7aa027228ca099948f2477a204f03df7c04dc3b9771f9e90c4b399ec09be27ec5908facf354e14e17836f9f1f837f690c79f414ac2dea71d36c5f33b6a3d23462a22f6cac509cf8826536539614957b407dc8866b0a54c60ba15859b870e2dfb8f9f038c86dcdb20fb4d65a7973d408b833c07499c4c1127fc86b634bd32cef6b604a0753026445726b1afda4eb1e38531d5f2794268f6b201a5db60ceea9bc68a53cb842eceb2acbb602064cf187bf740d2ece2626b0c5c02dd0572c115d03f27793570cd8cc0af98f36e5972572279fa31deb4fa2c396fa69c9bd04f1bc83ed9c38e33fb48d5431bfa3a6d36bd9d5d7396ae830be95796916f273e6d52847e4a195f9a203855e80307ce7b1bb2a572b42e140cb972b58f9fe7785aad35bfb2225b5633bd21af98b49255f11bea14380ee95da4cda923389e0b568ae1b9af68f5a4df03e8f58c5af6e2b94712f8d016bf0967e018f55e2fdb889dd0304276d991aa424e1404eeab213766e2cec1d111f850590bd384f2d570399389dad91c9e441f798de9e7a989cdc3fda047fa2ea0d02ed8c00740df88e4d88d49c741009a86a4c288dc001746ac06b892668376b0ed4d917f927e9189038c8a1cb251d023e99923cf020bb80cc99dd3c7bf8223d29ff42e0707d94d697fb2479f10c3cb4ea40f7310959ef8998d7d07557c8bf84f4c0304f4297146faa3e4d1be8fefa9425830a98685d8bb0d10841dbab4986e757cfcf9f7412dded103a1eb9208434a4491f75efcf873fa2ac022f7bc0aa716443a705914dd866795a7e4fc711aafaa3991e1d24f9ffe1f0a86f2fc', 10, 'c6ccc8f8eaa88a48cbbb20a62fc8c3637c96cd9a94a8089efc053932b65bdbd7', 0);

INSERT INTO public.contact VALUES (1, 1, 1, 0, 'gobiernodigital@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (2, 1, 1, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);
INSERT INTO public.contact VALUES (3, 1, 3, 0, 'usoyapropiacion@cartagena.example', NULL, 'member', NULL, NULL);
INSERT INTO public.contact VALUES (4, 1, 3, 1, 'jefatura.oai@cartagena.example', NULL, 'head', NULL, NULL);

INSERT INTO public.correspondence VALUES (1, 1, 1, '2023-Q2', '5fn2oob7f3');
INSERT INTO public.correspondence VALUES (2, 1, 3, '2023-Q2', 'wnil2ngowb');
INSERT INTO public.correspondence VALUES (3, 1, 1, '2023-Q1', 'wtopksfoyh');
INSERT INTO public.correspondence VALUES (4, 1, 3, '2023-Q1', 'ipxjyqz2mt');

INSERT INTO public.decision VALUES (1, 1, 'silence', 1, NULL, '', '2023-07-19', '2023-08-01', 'Vacaciones', 'Coordinación', '2023-07-19 15:00:00+00', NULL, NULL, NULL);

INSERT INTO public.entity VALUES (1, 'cartagena', 'Alcaldía de Cartagena', NULL, 19, 'fee33424f78d1d238db1d26e7576041ab423da8b1ef31d399901bc270292dbb8', '{}');

INSERT INTO public.event VALUES (1, 1, 1, 'period_opened', 'plan:1', '{"closes_on":"2023-04-18","period":"2023-Q1","plan":"cartagena_2023","report_by":"2023-04-11"}', 'gdflow', '2023-04-10 13:00:00+00', '0000000000000000000000000000000000000000000000000000000000000000', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab');
INSERT INTO public.event VALUES (2, 1, 2, 'period_opened', 'plan:1', '{"closes_on":"2023-07-17","period":"2023-Q2","plan":"cartagena_2023","report_by":"2023-07-10"}', 'gdflow', '2023-04-10 13:00:00+00', '174b7a8cda02b13a5f5293cbf0bce2d01430745b1d823106b4734c569f7d87ab', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5');
INSERT INTO public.event VALUES (3, 1, 3, 'plan_imported', 'plan:1', '{"code":"cartagena_2023","lines":12,"outcome":"new","source":"cartagena_2023.xlsx"}', 'gdflow', '2023-04-10 13:00:00+00', '901ccae84714358bc75fc99f5ca0d173396be2affdbfb8f0464e64cdec40cce5', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e');
INSERT INTO public.event VALUES (4, 1, 4, 'period_opened', 'plan:1', '{"closes_on":"2023-10-13","period":"2023-Q3","plan":"cartagena_2023","report_by":"2023-10-06"}', 'gdflow', '2023-07-10 13:00:00+00', 'c49ff412ba22e15a8fb02a7ea5347360cce0914945c4858e32e2d53fae16366e', '4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53');
INSERT INTO public.event VALUES (5, 1, 5, 'scanned', 'day:2023-07-10', '{"known":0,"new":9,"notices":2}', 'gdflow', '2023-07-10 13:00:00+00', '4512e11f3f46731a86e43c88ff0f729c15e3481270f15fd7d94444303e3bdd53', '2704fbe9ffa1158807efeeddf7ed691b9e3daa69870f0e07487f33711fcbd1f1');
INSERT INTO public.event VALUES (6, 1, 6, 'form_received', 'team:3', '{"lines":[11],"problems":0,"receipt":"R-NTNR-SFMY-C3EA"}', 'Equipo de Uso y Apropiación', '2023-07-11 15:00:00+00', '2704fbe9ffa1158807efeeddf7ed691b9e3daa69870f0e07487f33711fcbd1f1', '83a052d746872933444a98fc7aa73af288fb290d07cd73df89a7b1772066436b');
INSERT INTO public.event VALUES (7, 1, 7, 'form_received', 'team:1', '{"lines":[],"problems":0,"receipt":"R-CCLP-5OZ7-UBJG"}', 'Equipo Gobierno Digital', '2023-07-11 15:00:00+00', '83a052d746872933444a98fc7aa73af288fb290d07cd73df89a7b1772066436b', 'c67c3b45b6eb6418b97ac5b0b1b2200678af4c4685542ab6aa2e1a67f477c51c');
INSERT INTO public.event VALUES (8, 1, 8, 'evidence_added', 'line:11', '{"annex":1,"evidence":1,"period":"2023-Q2","sha256":"f5117edb193052414d3b7496857953fd5c40d289c84ce675aa0bd361d40ffd76"}', 'Equipo de Uso y Apropiación', '2023-07-12 13:00:00+00', 'c67c3b45b6eb6418b97ac5b0b1b2200678af4c4685542ab6aa2e1a67f477c51c', 'a2132edbcedfe33ca35511d2aa6f43e308fdc0a95db12c0f910ae2f1da326b57');
INSERT INTO public.event VALUES (9, 1, 9, 'line_reported', 'line:8', '{"line":8,"period":"2023-Q2","receipt":"R-HTJM-HYH5-XPRX"}', 'enlace', '2023-07-12 13:00:00+00', 'a2132edbcedfe33ca35511d2aa6f43e308fdc0a95db12c0f910ae2f1da326b57', 'f960617f9971b3fb39fc126edafd667d9dfbd53c3d292a2b320833b54a5cc593');
INSERT INTO public.event VALUES (10, 1, 10, 'period_closed', 'plan:1', '{"in_spite":[],"number":1,"period":"2023-Q1","plan":"cartagena_2023","sha256":"47092aa7d0b4c46d0a0b20f2499dec744976f59604dfcb4287a81ea1b9e0937f"}', 'Coordinación', '2023-07-18 13:00:00+00', 'f960617f9971b3fb39fc126edafd667d9dfbd53c3d292a2b320833b54a5cc593', 'c6ccc8f8eaa88a48cbbb20a62fc8c3637c96cd9a94a8089efc053932b65bdbd7');
INSERT INTO public.event VALUES (11, 1, 11, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"minutes","sha256":"1ad0a3ede799696822ea0dcdaa3a87393b4644ec49ee9dc0fbc23e4babe3d6f1"}', 'gdflow', '2023-07-18 13:00:00+00', 'c6ccc8f8eaa88a48cbbb20a62fc8c3637c96cd9a94a8089efc053932b65bdbd7', '717d90b746ed24d33eaacda053b47ee2e0b4d79fd07bf4d44b3a666df55407b9');
INSERT INTO public.event VALUES (12, 1, 12, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"report","sha256":"809a2e532d30010513d4e2e39bc217abef20b50364af67fa7280f954656f43ef"}', 'gdflow', '2023-07-18 13:00:00+00', '717d90b746ed24d33eaacda053b47ee2e0b4d79fd07bf4d44b3a666df55407b9', 'b7ac2a23b9d9eea4c4af5971405d02736860940b56ed4cad2bd20f743d860caf');
INSERT INTO public.event VALUES (13, 1, 13, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"workbook","sha256":"67d2b19be0677dca866b784315e823ef2b1f744eb7670a71637d2dc261afb01c"}', 'gdflow', '2023-07-18 13:00:00+00', 'b7ac2a23b9d9eea4c4af5971405d02736860940b56ed4cad2bd20f743d860caf', 'b8bfe761c4f4efc9075e607bbf283c8ceacd8ee5d50b16d9e9974bccb89461c0');
INSERT INTO public.event VALUES (14, 1, 14, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"official","sha256":"2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007"}', 'gdflow', '2023-07-18 13:00:00+00', 'b8bfe761c4f4efc9075e607bbf283c8ceacd8ee5d50b16d9e9974bccb89461c0', 'e20ee11d9e1ca55b595230d7421c6444d04763c5d483199f0bf3436cab6dea1c');
INSERT INTO public.event VALUES (15, 1, 15, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"word","sha256":"212651048cfa922e5045a8fa178a81e3ec34da79975d7af679cf3d5958e3080f"}', 'gdflow', '2023-07-18 13:00:00+00', 'e20ee11d9e1ca55b595230d7421c6444d04763c5d483199f0bf3436cab6dea1c', '3b862ea152281ac677780f6b7da6c45b55e8d00a97ea54f047d8fe1b9fd1d7d2');
INSERT INTO public.event VALUES (16, 1, 16, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"page","sha256":"8bcf15431127891a7235dfcb4f4310116923b4fa7b683b41b2905282680a61f7"}', 'gdflow', '2023-07-18 13:00:00+00', '3b862ea152281ac677780f6b7da6c45b55e8d00a97ea54f047d8fe1b9fd1d7d2', '7d578252d818de2486494d8f7ef33929c210589ed50ac41969078f99da1b11b2');
INSERT INTO public.event VALUES (17, 1, 17, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"data","sha256":"0f8323e2de3a2416f776f879ac6fbd2e104b1f990291abe2b240b63b44a10e5b"}', 'gdflow', '2023-07-18 13:00:00+00', '7d578252d818de2486494d8f7ef33929c210589ed50ac41969078f99da1b11b2', 'b3a5a432a2d6920c4d88f2dccd5adccde839c946fd0ea44eaed63201092c0b9e');
INSERT INTO public.event VALUES (18, 1, 18, 'report_written', 'plan:1', '{"closing":1,"period":"2023-Q1","plan":"cartagena_2023","report":"snapshot","sha256":"47092aa7d0b4c46d0a0b20f2499dec744976f59604dfcb4287a81ea1b9e0937f"}', 'gdflow', '2023-07-18 13:00:00+00', 'b3a5a432a2d6920c4d88f2dccd5adccde839c946fd0ea44eaed63201092c0b9e', '177ae73dadd9cf14a0a3e2bcb691c26462cdb63ece7f69f40f7462db6f9cb67d');
INSERT INTO public.event VALUES (19, 1, 19, 'consolidated', 'plan:1', '{"closing":null,"missing":6,"period":"2023-Q2","plan":"cartagena_2023"}', 'gdflow', '2023-07-18 13:00:00+00', '177ae73dadd9cf14a0a3e2bcb691c26462cdb63ece7f69f40f7462db6f9cb67d', 'fee33424f78d1d238db1d26e7576041ab423da8b1ef31d399901bc270292dbb8');

INSERT INTO public.evidence VALUES (1, 1, 1, 'https://cartagena.example/acta.pdf');

INSERT INTO public.form_issue VALUES (1, 1, 1, '2023-Q2', '21e96258ba88a2989da8a77cf791ad928057ff2de3115766fd37083974723c9e', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (2, 1, 3, '2023-Q2', 'a7b83fb7d39b9ea777e6c987b4534d3216fd6dcc0dba40a38c85a2887fb068b8', '[1]', '2023-07-10 13:00:00+00');
INSERT INTO public.form_issue VALUES (3, 1, 3, '2023-Q2', '7290e24a37bdf8c0e1f2f36a4356bb9692dfaceac6b3aaae0a5031a38b64cf4f', '[1]', '2023-07-11 13:00:00+00');
INSERT INTO public.form_issue VALUES (4, 1, 1, '2023-Q2', 'd06759910692ecd82d890ee83eb500ad5ea3a41f71dfafcea6926427e9e1231d', '[1]', '2023-07-11 13:00:00+00');

INSERT INTO public.import_draft VALUES (1, 1, 'plan.xlsx', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19', NULL, NULL, '"{}"', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, '"{}"');

INSERT INTO public.import_issue VALUES (1, 1, 1, 1, 0, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 2» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (2, 1, 1, 1, 1, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 3» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (3, 1, 1, 1, 2, 'PLAN DE ACCION', NULL, NULL, 'placeholder_zero', 'info', '0', 'vacío', 'En todo el plan: el 0 de «2023 RESULTADO TRIMESTRE 4» se tomó como vacío: ese período aún no tenía reporte.');
INSERT INTO public.import_issue VALUES (4, 1, 1, 1, 3, 'PLAN DE ACCION', 8, 'J8', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J8: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (5, 1, 1, 1, 4, 'PLAN DE ACCION', 9, 'J9', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J9: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (6, 1, 1, 1, 5, 'PLAN DE ACCION', 10, 'J10', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J10: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (7, 1, 1, 1, 6, 'PLAN DE ACCION', 11, 'J11', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J11: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (8, 1, 1, 1, 7, 'PLAN DE ACCION', 12, 'J12', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J12: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (9, 1, 1, 1, 8, 'PLAN DE ACCION', 13, 'J13', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J13: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (10, 1, 1, 1, 9, 'PLAN DE ACCION', 14, 'J14', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J14: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (11, 1, 1, 1, 10, 'PLAN DE ACCION', 15, 'J15', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J15: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (12, 1, 1, 1, 11, 'PLAN DE ACCION', 16, 'J16', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J16: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (13, 1, 1, 1, 12, 'PLAN DE ACCION', 17, 'J17', 'two_teams', 'warning', 'Equipo Gobierno Digital y áreas de gestión OAI', 'Equipo Gobierno Digital; áreas de gestión OAI', 'Celda J17: «Equipo Gobierno Digital y áreas de gestión OAI» nombra varios equipos: Equipo Gobierno Digital; áreas de gestión OAI. El primero responde y los demás apoyan; confírmelo.');
INSERT INTO public.import_issue VALUES (14, 1, 1, 1, 13, 'PLAN DE ACCION', 12, 'D12', 'duplicate_number', 'info', '4', NULL, 'Celda D12: el número 4 ya lo tiene la fila 11; las dos líneas se conservan, cada una con su dato.');

INSERT INTO public.inbound_mail VALUES (1, 1, '<1@cartagena.example>', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', 'ana@cartagena.example', 'Hola', '2023-07-19 15:00:00+00', 'quarantined', NULL, '', 'no_team', 'Hola', NULL);

INSERT INTO public.job VALUES (1, 1, 'reports', '"{}"', 'k', 'Coordinación', '2023-07-19 15:00:00+00', 'queued', NULL, NULL, NULL, NULL, 0, 0, 0, NULL, '"{}"', NULL, NULL);

INSERT INTO public.last_run VALUES (1, 1, 'scan', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', 'done', '2023-07-19 15:00:00+00', NULL);

INSERT INTO public.line VALUES (1, 1, 1, '538b8507-3e65-5c69-88cd-28332df4dfbf', 0, 'PLAN DE ACCION', 8, '1', 'Definir la hoja de ruta para la implementación de Gobierno Digital', 'Hoja de ruta para la implementación de Gobierno Digital a 2023', 'Hoja de ruta para la implementación de Gobierno Digital definida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Hoja de ruta para la implementación de Gobierno Digital definida', 'sum', NULL, NULL, NULL, '1', 0, 'P', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"P: Planear","3":"1. Definir la hoja de ruta para la implementación de Gobierno Digital","4":"Hoja de ruta para la implementación de Gobierno Digital a 2023","5":"Hoja de ruta para la implementación de Gobierno Digital definida","6":"1 Hoja de ruta para la implementación de Gobierno Digital definida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L8","2023-Q2":"M8","2023-Q3":"N8","2023-Q4":"O8"}', NULL);
INSERT INTO public.line VALUES (2, 1, 1, '7acaf4e1-edea-59ca-bcb2-d4ee428586a4', 1, 'PLAN DE ACCION', 9, '2', 'Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', NULL, '2023-01-01', '2023-12-31', true, 4000000, 'count', false, '4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital', 'sum', NULL, NULL, NULL, '1', 0, 'V', '{}', '{"0":"1","1":"Hoja de ruta gobierno digital","2":"V: Verificar","3":"2. Hacer seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","4":"Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","6":"4 Informes trimestrales de seguimiento a la hoja de ruta de implementación de la Política de Gobierno Digital y actualizar el repositorio de productos de Gobierno Digital","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"4","11":"1","12":"0","13":"0","14":"0","15":"25.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)"}', '{"2023-Q1":"L9","2023-Q2":"M9","2023-Q3":"N9","2023-Q4":"O9"}', NULL);
INSERT INTO public.line VALUES (3, 1, 1, 'f4fe7239-97ee-53e0-997a-78c18381b8ee', 2, 'PLAN DE ACCION', 10, '3', 'Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital', '- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito', 'Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"3. Sensibilizar a las áreas de gestión OAI sobre la Política de Gobierno Digital","4":"- Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito","5":"Se mide el avance del Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","6":"21 actividades programadas en el Cronogramas de reuniones de sensibilización con áreas de gestión OAI y dependencias del Distrito elaborado","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"7","12":"0","13":"0","14":"0","15":"33.3%","16":"1. Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones)."}', '{"2023-Q1":"L10","2023-Q2":"M10","2023-Q3":"N10","2023-Q4":"O10"}', NULL);
INSERT INTO public.line VALUES (4, 1, 1, 'dde9859d-cb1d-5e30-8cc3-5b7184851d8e', 3, 'PLAN DE ACCION', 11, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital', 'Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas', '2023-01-01', '2023-07-31', true, 21000000, 'count', false, '# Actas de reunión con evidencias de compromisos adquiridos elaboradas', 'sum', NULL, NULL, NULL, '2', 1, 'H', '{}', '{"0":"2","1":"Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Actas de reunion con evidencias de compromisos adquiridos en las mesas de transformación digital","5":"Midel el numero de mesas de transformacion digital realizadas dejando como evidencia las actas de reunión con los compromisos adquiridos elaboradas","6":"# Actas de reunión con evidencias de compromisos adquiridos elaboradas","7":"2023-01-01","8":"2023-07-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"21","11":"2","12":"0","13":"0","14":"0","15":"9.5%","16":"1. Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)"}', '{"2023-Q1":"L11","2023-Q2":"M11","2023-Q3":"N11","2023-Q4":"O11"}', NULL);
INSERT INTO public.line VALUES (5, 1, 1, '344867f8-f180-512a-a605-c7080414e45f', 4, 'PLAN DE ACCION', 12, '4', 'Establecimiento de la línea base de Gobierno Digital para 2023', 'Informe de línea base de Gobierno Digital para 2023', 'Línea base de Gobierno Digital para 2023 establecida', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Informe con la Línea base de Gobierno Digital para 2023 establecida', 'sum', NULL, NULL, NULL, '3', 2, 'H', '{}', '{"0":"3","1":"Línea base Gobierno Digital","2":"H: Hacer","3":"4. Establecimiento de la línea base de Gobierno Digital para 2023","4":"Informe de línea base de Gobierno Digital para 2023","5":"Línea base de Gobierno Digital para 2023 establecida","6":"1 Informe con la Línea base de Gobierno Digital para 2023 establecida","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)"}', '{"2023-Q1":"L12","2023-Q2":"M12","2023-Q3":"N12","2023-Q4":"O12"}', NULL);
INSERT INTO public.line VALUES (6, 1, 1, '3461bd79-efa0-5a63-8477-aeac84a43345', 5, 'PLAN DE ACCION', 13, '5', 'Organizar el repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital', 'Repositorio de los productos de Gobierno Digital organizado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Repositorio de los productos de Gobierno Digital organizado', 'sum', NULL, NULL, NULL, '4', 3, 'H', '{}', '{"0":"4","1":"Repositorio Gobierno Digital","2":"H: Hacer","3":"5. Organizar el repositorio de los productos de Gobierno Digital","4":"Repositorio de los productos de Gobierno Digital","5":"Repositorio de los productos de Gobierno Digital organizado","6":"1 Repositorio de los productos de Gobierno Digital organizado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)"}', '{"2023-Q1":"L13","2023-Q2":"M13","2023-Q3":"N13","2023-Q4":"O13"}', NULL);
INSERT INTO public.line VALUES (7, 1, 1, 'fdd8ad59-2d44-5b37-a52f-631c7fc75386', 6, 'PLAN DE ACCION', 14, '6', 'Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito', 'Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', '2023-01-01', '2023-02-28', true, 1000000, 'count', false, '1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado', 'sum', NULL, NULL, NULL, '5', 4, 'P', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"P: Planear","3":"6. Generar el cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","4":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito","5":"Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","6":"1 Cronograma de ejercicios de arquitectura empresarial con las áreas de la OAI y dependencias del Distrito generado","7":"2023-01-01","8":"2023-02-28","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"1","12":"0","13":"0","14":"0","15":"100.0%","16":"1. Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L14","2023-Q2":"M14","2023-Q3":"N14","2023-Q4":"O14"}', NULL);
INSERT INTO public.line VALUES (8, 1, 1, 'de30a995-b442-58cc-bab0-096d7e4e4d42', 7, 'PLAN DE ACCION', 15, '7', 'Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial', 'Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', '2023-01-01', '2023-12-31', true, 10000000, 'count', false, '10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados', 'sum', NULL, NULL, NULL, '5', 4, 'V', '{}', '{"0":"5","1":"Ejercicios de arquitectura empresarial","2":"V: Verificar","3":"7. Hacer seguimiento al cronograma de ejercicios de arquitectura empresarial","4":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial","5":"Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","6":"10 Informes mensuales de seguimiento al cronograma de ejercicios de arquitectura empresarial elaborados y presentados","7":"2023-01-01","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"10","11":"0.3","12":"0","13":"0","14":"0","15":"3.0%","16":"1. Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)"}', '{"2023-Q1":"L15","2023-Q2":"M15","2023-Q3":"N15","2023-Q4":"O15"}', NULL);
INSERT INTO public.line VALUES (9, 1, 1, '38116933-d65c-5306-b726-083b3c97f467', 8, 'PLAN DE ACCION', 16, '9', 'Hacer el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG', 'Repositorio con evidencias para el reporte a FURAG alistado', '2023-03-01', '2023-04-30', true, 1000000, 'count', false, 'Repositorio con evidencias para el reporte a FURAG alistado', 'sum', NULL, NULL, NULL, '6', 5, 'H', '{}', '{"0":"6","1":"Reporte FURAG","2":"H: Hacer","3":"9. Hacer el reporte a FURAG","4":"Repositorio con evidencias para el reporte a FURAG","5":"Repositorio con evidencias para el reporte a FURAG alistado","6":"Repositorio con evidencias para el reporte a FURAG alistado","7":"2023-03-01","8":"2023-04-30","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)"}', '{"2023-Q1":"L16","2023-Q2":"M16","2023-Q3":"N16","2023-Q4":"O16"}', NULL);
INSERT INTO public.line VALUES (10, 1, 1, 'e0ae1d04-24e9-57ad-898f-92958e242c20', 9, 'PLAN DE ACCION', 17, '10', 'Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias', 'Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento', 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', '2023-04-30', '2023-12-31', true, 1000000, 'count', false, 'Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento', 'sum', NULL, NULL, NULL, '7', 6, 'A', '{}', '{"0":"7","1":"Planes de mejoramiento","2":"A: Actuar","3":"10. Elaborar y hacer seguimiento a los Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias","4":"Planes de Mejoramiento o resultantes según evaluación FURAG y auditorias con seguimiento","5":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","6":"Planes de Mejoramiento resultantes según evaluación FURAG y auditorias con seguimiento","7":"2023-04-30","8":"2023-12-31","9":"Equipo Gobierno Digital y áreas de gestión OAI","10":"1","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"1. Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)"}', '{"2023-Q1":"L17","2023-Q2":"M17","2023-Q3":"N17","2023-Q4":"O17"}', NULL);
INSERT INTO public.line VALUES (11, 1, 1, '618fcb8b-e5b2-5bc2-90b3-6f9a631f933c', 10, 'PLAN DE ACCION', 18, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'Estrategia de uso y apropiación', 'mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'count', false, '1 Estrategia de uso y apropiación definida', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"Estrategia de uso y apropiación","5":"mide el porcentaje de avance en la construcción de la estrategia de uso y apropiación","6":"1 Estrategia de uso y apropiación definida","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"1","11":"0.2","12":"0","13":"0","14":"0","15":"20.0%","16":"1. Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)"}', '{"2023-Q1":"L18","2023-Q2":"M18","2023-Q3":"N18","2023-Q4":"O18"}', NULL);
INSERT INTO public.line VALUES (12, 1, 1, '282023af-75d6-58f7-a5e0-5cc894305807', 11, 'PLAN DE ACCION', 19, '11', 'Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital', 'cronograma para la implementación de la estrategia de uso y apropiación', 'Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación', '2023-02-01', '2023-12-31', true, 1000000, 'percent', false, '1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación', 'sum', NULL, NULL, NULL, '8', 7, 'H', '{}', '{"0":"8","1":"Estrategia de uso y apropiación","2":"H: Hacer","3":"11. Diseñar e implementar las acciones de Cultura y Apropiación de la Política de Gobierno Digital","4":"cronograma para la implementación de la estrategia de uso y apropiación","5":"Mide el nivel de avance del cronograma de la implementación de la estrategia de uso y apropiación","6":"1 cronograma de actividades de acuerdo a la estrategia de uso y apropiación","7":"2023-02-01","8":"2023-12-31","9":"Equipo de Uso y Apropiación","10":"100%","11":"0","12":"0","13":"0","14":"0","15":"0.0%","16":"Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito"}', '{"2023-Q1":"L19","2023-Q2":"M19","2023-Q3":"N19","2023-Q4":"O19"}', NULL);

INSERT INTO public.node VALUES (1, 1, 1, 0, NULL, 'Hoja de ruta gobierno digital', '["Hoja de ruta gobierno digital"]');
INSERT INTO public.node VALUES (2, 1, 1, 1, NULL, 'Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito', '["Sensibilización sobre gobierno digital para áreas OAI y dependencias del Distrito"]');
INSERT INTO public.node VALUES (3, 1, 1, 2, NULL, 'Línea base Gobierno Digital', '["Línea base Gobierno Digital"]');
INSERT INTO public.node VALUES (4, 1, 1, 3, NULL, 'Repositorio Gobierno Digital', '["Repositorio Gobierno Digital"]');
INSERT INTO public.node VALUES (5, 1, 1, 4, NULL, 'Ejercicios de arquitectura empresarial', '["Ejercicios de arquitectura empresarial"]');
INSERT INTO public.node VALUES (6, 1, 1, 5, NULL, 'Reporte FURAG', '["Reporte FURAG"]');
INSERT INTO public.node VALUES (7, 1, 1, 6, NULL, 'Planes de mejoramiento', '["Planes de mejoramiento"]');
INSERT INTO public.node VALUES (8, 1, 1, 7, NULL, 'Estrategia de uso y apropiación', '["Estrategia de uso y apropiación"]');

INSERT INTO public.notice VALUES (1, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Vence hoy: faltan 6 reportes del trimestre 2 · 1 actividad vencida', '<gd.27dd99528f69a704c325b985e05f5d95@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d3542476f626965726e6f5f4469676974616c3d35445f56656e63655f686f793d33415f66616c74616e5f365f7265706f727465735f643f3d0d0a203d3f7574662d383f713f656c5f7472696d65737472655f325f3d43323d42375f315f6163746976696461645f76656e636964613f3d0d0a446174653a204d6f6e2c203130204a756c203230', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_gobiernodigital@cartagena.example_2521c766.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (2, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-10|email|digest', '2023-07-10', 'email', 'digest', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Vence hoy: faltan 2 reportes del trimestre 2', '<gd.5599e83c9f2f78a6cf946caaec9db05c@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f56656e63655f686f793d33415f66616c74616e5f325f7265706f3f3d0d0a203d3f7574662d383f713f727465735f64656c5f7472696d65737472655f323f3d0d0a446174653a204d6f6e2c203130204a756c20323032332030383a30303a3030202d303530300d0a4d65', 'sent', 1, '2023-07-10 13:00:00+00', NULL, NULL, '250', '2023-07-10_usoyapropiacion@cartagena.example_bf80cb02.eml', '2023-07-10 13:00:00+00', '2023-07-10 13:00:00+00', NULL, 1);
INSERT INTO public.notice VALUES (3, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-11|email|receipt:R-NTNR-SFMY-C3EA', '2023-07-11', 'email', 'receipt', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Recibido: actividad 11 · logrado: 2', '<gd.6afb5d425a380b20e62eb1e55ed079d7@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f526563696269646f3d33415f6163746976696461645f31315f3f3d0d0a203d3f7574662d383f713f3d43323d42375f6c6f677261646f3d33415f323f3d0d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d657373', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (4, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-11|email|receipt:R-CCLP-5OZ7-UBJG', '2023-07-11', 'email', 'receipt', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] No se pudo recibir su reporte', '<gd.ad1185f14203b114b241e8ee32858227@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204e6f207365207075646f2072656369626972207375207265706f7274650d0a446174653a205475652c203131204a756c20323032332031303a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e616431313835663134323033623131346232343165386565333238353832323740656e7469646164', 'queued', 0, '2023-07-11 15:00:00+00', NULL, NULL, NULL, NULL, '2023-07-11 15:00:00+00', NULL, NULL, 0);
INSERT INTO public.notice VALUES (5, 1, 'notice|1|gobiernodigital@cartagena.example|2023-07-18|email|closing:c46d254d2cd41d664fd8b935dd11e6e2', '2023-07-18', 'email', 'closing', 1, 'gdflow@entidad.example', 'gobiernodigital@cartagena.example', '[Gobierno Digital] Cierre del trimestre 1: 10 de 10 reportes', '<gd.f7d4fea5e3bdde87048db96f9ca86dc6@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a20676f626965726e6f6469676974616c40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a205b476f626965726e6f204469676974616c5d204369657272652064656c207472696d657374726520313a203130206465203130207265706f727465730d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d6573736167652d49443a203c67642e66376434666561356533626464653837303438646239366639636138', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);
INSERT INTO public.notice VALUES (6, 1, 'notice|1|usoyapropiacion@cartagena.example|2023-07-18|email|closing:20fa7d4d584fca08f2b956ba87e02d28', '2023-07-18', 'email', 'closing', 3, 'gdflow@entidad.example', 'usoyapropiacion@cartagena.example', '[Uso y Apropiación] Cierre del trimestre 1: 2 de 2 reportes', '<gd.b930746006bfd91963201fbf57bbedc9@entidad.example>', '\x46726f6d3a203d3f7574662d383f713f416c63616c643d43333d4144615f64655f436172746167656e613f3d0d0a203c6764666c6f7740656e74696461642e6578616d706c653e0d0a546f3a2075736f796170726f70696163696f6e40636172746167656e612e6578616d706c650d0a5265706c792d546f3a206764666c6f7740656e74696461642e6578616d706c650d0a5375626a6563743a203d3f7574662d383f713f3d354255736f5f795f4170726f70696163693d43333d42336e3d35445f4369657272655f64656c5f7472696d65737472655f313d33415f3f3d0d0a203d3f7574662d383f713f325f64655f325f7265706f727465733f3d0d0a446174653a205475652c203138204a756c20323032332030383a30303a3030202d303530300d0a4d657373616765', 'queued', 0, '2023-07-18 13:00:00+00', NULL, NULL, NULL, NULL, '2023-07-18 13:00:00+00', NULL, NULL, 1);

INSERT INTO public.notice_reminder VALUES (1, 1, 1, 1);
INSERT INTO public.notice_reminder VALUES (2, 1, 1, 2);
INSERT INTO public.notice_reminder VALUES (3, 1, 1, 3);
INSERT INTO public.notice_reminder VALUES (4, 1, 1, 4);
INSERT INTO public.notice_reminder VALUES (5, 1, 1, 5);
INSERT INTO public.notice_reminder VALUES (6, 1, 1, 6);
INSERT INTO public.notice_reminder VALUES (7, 1, 1, 7);
INSERT INTO public.notice_reminder VALUES (8, 1, 2, 8);
INSERT INTO public.notice_reminder VALUES (9, 1, 2, 9);

INSERT INTO public.obligation VALUES (1, 1, 1, 1, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (2, 1, 1, 2, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (3, 1, 1, 2, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (4, 1, 1, 2, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (5, 1, 1, 3, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (6, 1, 1, 3, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (7, 1, 1, 3, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (8, 1, 1, 4, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (9, 1, 1, 4, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (10, 1, 1, 4, 1, 'deadline', '', '2023-07-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (11, 1, 1, 5, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (12, 1, 1, 6, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (13, 1, 1, 7, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (14, 1, 1, 8, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (16, 1, 1, 8, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (17, 1, 1, 9, 1, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (18, 1, 1, 9, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (19, 1, 1, 9, 1, 'deadline', '', '2023-04-30', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (20, 1, 1, 10, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (21, 1, 1, 10, 1, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (22, 1, 1, 11, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (25, 1, 1, 12, 3, 'result', '2023-Q1', '2023-04-11', '2023-04-18', 'in_window', 'met', '2023-04-10');
INSERT INTO public.obligation VALUES (26, 1, 1, 12, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (27, 1, 1, 12, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'owed', NULL);
INSERT INTO public.obligation VALUES (31, 1, 1, 2, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (35, 1, 1, 3, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (39, 1, 1, 4, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (46, 1, 1, 8, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (50, 1, 1, 9, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'carried_overdue', 'owed', NULL);
INSERT INTO public.obligation VALUES (53, 1, 1, 10, 1, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (61, 1, 1, 12, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'owed', NULL);
INSERT INTO public.obligation VALUES (23, 1, 1, 11, 3, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-11');
INSERT INTO public.obligation VALUES (24, 1, 1, 11, 3, 'deadline', '', '2023-12-31', '9999-12-31', 'due_date', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (57, 1, 1, 11, 3, 'result', '2023-Q3', '2023-10-06', '2023-10-13', 'in_window', 'complete', '2023-07-11');
INSERT INTO public.obligation VALUES (15, 1, 1, 8, 1, 'result', '2023-Q2', '2023-07-10', '2023-07-17', 'in_window', 'met', '2023-07-12');

INSERT INTO public.one_time_key VALUES (1, 1, 'password', 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '"{}"', '2023-07-19 15:00:00+00', '2023-07-20 00:00:00+00');

INSERT INTO public.period VALUES (1, 1, 1, '2023-Q1', 'quarter', '2023-01-01', '2023-03-31', '2023-04-11', '2023-04-18', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (2, 1, 1, '2023-Q2', 'quarter', '2023-04-01', '2023-06-30', '2023-07-10', '2023-07-17', '2023-04-10 13:00:00+00');
INSERT INTO public.period VALUES (3, 1, 1, '2023-Q3', 'quarter', '2023-07-01', '2023-09-30', '2023-10-06', '2023-10-13', '2023-07-10 13:00:00+00');

INSERT INTO public.plan VALUES (1, 1, 'cartagena_2023', 'PLAN DE ACCIÓN POLÍTICA DE GESTIÓN Y DESEMPEÑO', 'action_plan', 'quarter', 2023, 'PLAN DE ACCION', 'cartagena_2023.xlsx', 'bf7e22caa64e047c35bde5b35af74f825a34becb32cbcd13efb17a1792c84221', 7, '[[0,"ITEM","item",null],[1,"DESCRIPCION DE LOS CRITERIOS DIFERENCIALES QUE LE APLICAN","path",null],[2,"CICLO DE PROCESO P: Planear H: Hacer V: Verificar A: Actuar","stage",null],[3,"ACTIVIDAD","activity",null],[4,"PRODUCTO","deliverable",null],[5,"DESCRIPCIÓN DEL INDICADOR","indicator",null],[6,"DESCRIPCION DE LA META","target_text",null],[7,"FECHA INICIO","start",null],[8,"FECHA FINAL","due",null],[9,"RESPONSABLE","responsible",null],[10,"META DEL INDICADOR","target",null],[11,"2023 RESULTADO TRIMESTRE 1","result","2023-Q1"],[12,"2023 RESULTADO TRIMESTRE 2","result","2023-Q2"],[13,"2023 RESULTADO TRIMESTRE 3","result","2023-Q3"],[14,"2023 RESULTADO TRIMESTRE 4","result","2023-Q4"],[15,"RESULTADO","printed_result",null],[16,"OBSERVACIONES","observations",null]]', 1, '2023-04-10 13:00:00+00', 'none');

INSERT INTO public.read_token VALUES (1, 1, 'Tablero', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', 'Coordinación', NULL, NULL, NULL, NULL);

INSERT INTO public.receipt VALUES (1, 1, 'R-NTNR-SFMY-C3EA', 3, '2023-Q2', 'a777ea258bae45d4fdf1c25f576d05b7f3a366031482fd1974ecfa93647a9024', 'formulario.xlsx', 9070, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (2, 1, 'R-CCLP-5OZ7-UBJG', 1, '2023-Q2', '75a1dd86c7f8f10f793d22ef44ced5217923b25d66a6c0e22adab860ae4e50c3', 'formulario.xlsx', 10380, '2023-07-11 15:00:00+00', 'read', NULL, NULL, 'command', NULL, 0, NULL);
INSERT INTO public.receipt VALUES (3, 1, 'R-HTJM-HYH5-XPRX', 1, '2023-Q2', '7cece7ecfe289d81b03847f03ae4781e5d63d9e57d6fb1b92fd621cc0fad061e', 'respuesta en la página', 111, '2023-07-12 13:00:00+00', 'read', NULL, NULL, 'page', 'enlace', 0, NULL);

INSERT INTO public.reminder VALUES (1, 1, 19, '2023-04-30', '+46', 'team', 'overdue', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (2, 1, 3, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (3, 1, 6, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (4, 1, 9, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (5, 1, 15, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (6, 1, 18, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (7, 1, 20, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 1);
INSERT INTO public.reminder VALUES (8, 1, 23, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);
INSERT INTO public.reminder VALUES (9, 1, 26, '2023-07-10', '0', 'team', 'due_today', '2023-07-10', '2023-07-10', '2023-07-10 13:00:00+00', false, NULL, 3);

INSERT INTO public.reopening VALUES (1, 1, 1, '2023-Q1', 1, 'all', NULL, NULL, 'Coordinación', 'Un error', '2023-07-19 15:00:00+00', '2023-07-21', NULL, NULL);

INSERT INTO public.report VALUES (1, 1, 1, 'minutes', 'application/pdf', '1ad0a3ede799696822ea0dcdaa3a87393b4644ec49ee9dc0fbc23e4babe3d6f1', 44872, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (2, 1, 1, 'report', 'application/pdf', '809a2e532d30010513d4e2e39bc217abef20b50364af67fa7280f954656f43ef', 110896, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (3, 1, 1, 'workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '67d2b19be0677dca866b784315e823ef2b1f744eb7670a71637d2dc261afb01c', 30511, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (4, 1, 1, 'official', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '2f5a25eb01f9dac9e8b3d1f9d1b4757b41386812dd03f793eeec084f57362007', 9279, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (5, 1, 1, 'word', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '212651048cfa922e5045a8fa178a81e3ec34da79975d7af679cf3d5958e3080f', 145837, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (6, 1, 1, 'page', 'text/html', '8bcf15431127891a7235dfcb4f4310116923b4fa7b683b41b2905282680a61f7', 56307, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (7, 1, 1, 'data', 'application/zip', '0f8323e2de3a2416f776f879ac6fbd2e104b1f990291abe2b240b63b44a10e5b', 15285, '2023-07-18 13:00:00+00', NULL);
INSERT INTO public.report VALUES (8, 1, 1, 'snapshot', 'application/json', '47092aa7d0b4c46d0a0b20f2499dec744976f59604dfcb4287a81ea1b9e0937f', 60990, '2023-07-18 13:00:00+00', NULL);

INSERT INTO public.result VALUES (1, 1, 1, 1, '2023-Q1', 1000000, 'Para el primer trimestre se adjunta la hoja de ruta que contiene todos los elementos que se esperan construir en el marco de la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (2, 1, 1, 2, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el avance por cada uno de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital (Anexo 01 Hoja de ruta para la implementación de Gobierno Digital a 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (3, 1, 1, 3, '2023-Q1', 7000000, 'Para el primer trimestre se presenta el cronograma anual de actividades de sensibilización de la política de gobierno digital (Anexo 02 Sensibilización Gobierno Digital: cronograma de reuniones).', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (4, 1, 1, 4, '2023-Q1', 2000000, 'Para primer trimestre se adjunta una carpeta con las evidencias de las actas de reunion realizadas con la mesa de transformación digital (Anexo 02 Sensibilización Gobierno Digital: actas de reunión)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (5, 1, 1, 5, '2023-Q1', 1000000, 'Para primer trimestre se presenta un grafico estadístico que mide el punto de partida de los elementos (habilitadores, líneas de acción e iniciativas) que componen la política de gobierno digital. Este informe estadístico presenta una línea base del 28,72%. Es decir, este es el punto de partida para 2023 (Anexo 03 Informe de línea base de Gobierno Digital para 2023)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (6, 1, 1, 6, '2023-Q1', 1000000, 'Para primer trimestre se crea el sitio donde se almacenan los productos de la política de gobierno digital (Anexo 04 Repositorio de los productos de Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (7, 1, 1, 7, '2023-Q1', 1000000, 'Para primer trimestre se presenta el cronograma de las actividades a realizar en el marco de la arquitectura empresarial del distrito (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (8, 1, 1, 8, '2023-Q1', 300000, 'Para primer trimestre se presenta un gráfico estadístico que se actualiza mensualmente desde el mes de febrero, que mide el nivel de avance de cada uno de los dominios de la arquitectura empresarial (Anexo 05 Ejercicios de arquitectura empresarial)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (9, 1, 1, 9, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'Para primer trimestre se iniciará una vez llegue el formulario de preguntas correspondientes a la política de gobierno digital (06 Evidencias FURAG 2022)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (10, 1, 1, 10, '2023-Q1', 0, 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'Para primer trimestre se iniciará una vez llegue el resultado de la evaluación del furag 2022 correspondientes a la política de gobierno digital (07 Planes de mejoramiento GD)', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (11, 1, 1, 11, '2023-Q1', 200000, 'Para primer trimestre se presenta el documento inicial sobre la estrategia de uso y apropiación del distrito (08 Cultura y Apropiación Gobierno Digital)', NULL, 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (12, 1, 1, 12, '2023-Q1', 0, 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'Se iniciará una vez se apruebe la estrategia de uso y apropiación del distrito', 'import', '2023-04-10 13:00:00+00', NULL, true, NULL);
INSERT INTO public.result VALUES (13, 1, 1, 11, '2023-Q2', 2000000, 'Se avanzó.', NULL, 'form', '2023-07-11 15:00:00+00', 'R-NTNR-SFMY-C3EA', true, NULL);
INSERT INTO public.result VALUES (14, 1, 1, 8, '2023-Q2', 1000000, 'Se avanzó.', NULL, 'form', '2023-07-12 13:00:00+00', 'R-HTJM-HYH5-XPRX', true, NULL);

INSERT INTO public.review VALUES (1, 1, 1, 'accepted', NULL, 'Coordinación', '2023-07-19 15:00:00+00');

INSERT INTO public.team VALUES (1, 1, 'Equipo Gobierno Digital', 'equipo gobierno digital');
INSERT INTO public.team VALUES (2, 1, 'áreas de gestión OAI', 'areas de gestion oai');
INSERT INTO public.team VALUES (3, 1, 'Equipo de Uso y Apropiación', 'equipo de uso y apropiacion');

INSERT INTO public.team_link VALUES (1, 1, 1, '2023-Q2', 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-08-20 00:00:00+00', NULL, NULL);

INSERT INTO public.transport VALUES (1, 1, 'email', 0, NULL, NULL, NULL);

INSERT INTO public.web_session VALUES (1, 1, 1, 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00', '2023-07-19 15:00:00+00', '2023-07-19 15:00:00+00', '2023-07-26 00:00:00+00', '127.0.0.1', 'Firefox', NULL, NULL);

SELECT pg_catalog.setval('public.account_id_seq', 1, true);

SELECT pg_catalog.setval('public.address_mark_id_seq', 1, true);

SELECT pg_catalog.setval('public.amendment_id_seq', 1, true);

SELECT pg_catalog.setval('public.annex_id_seq', 1, true);

SELECT pg_catalog.setval('public.assignment_id_seq', 22, true);

SELECT pg_catalog.setval('public.attempt_id_seq', 2, true);

SELECT pg_catalog.setval('public.calendar_feed_id_seq', 1, true);

SELECT pg_catalog.setval('public.closing_id_seq', 1, true);

SELECT pg_catalog.setval('public.contact_id_seq', 4, true);

SELECT pg_catalog.setval('public.correspondence_id_seq', 4, true);

SELECT pg_catalog.setval('public.decision_id_seq', 1, true);

SELECT pg_catalog.setval('public.entity_id_seq', 1, true);

SELECT pg_catalog.setval('public.event_id_seq', 19, true);

SELECT pg_catalog.setval('public.evidence_id_seq', 1, true);

SELECT pg_catalog.setval('public.form_issue_id_seq', 4, true);

SELECT pg_catalog.setval('public.import_draft_id_seq', 1, true);

SELECT pg_catalog.setval('public.import_issue_id_seq', 14, true);

SELECT pg_catalog.setval('public.inbound_mail_id_seq', 1, true);

SELECT pg_catalog.setval('public.job_id_seq', 1, true);

SELECT pg_catalog.setval('public.last_run_id_seq', 1, true);

SELECT pg_catalog.setval('public.line_id_seq', 12, true);

SELECT pg_catalog.setval('public.node_id_seq', 8, true);

SELECT pg_catalog.setval('public.notice_id_seq', 6, true);

SELECT pg_catalog.setval('public.notice_reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.obligation_id_seq', 161, true);

SELECT pg_catalog.setval('public.one_time_key_id_seq', 1, true);

SELECT pg_catalog.setval('public.period_id_seq', 3, true);

SELECT pg_catalog.setval('public.plan_id_seq', 1, true);

SELECT pg_catalog.setval('public.read_token_id_seq', 1, true);

SELECT pg_catalog.setval('public.receipt_id_seq', 3, true);

SELECT pg_catalog.setval('public.reminder_id_seq', 9, true);

SELECT pg_catalog.setval('public.reopening_id_seq', 1, true);

SELECT pg_catalog.setval('public.report_id_seq', 8, true);

SELECT pg_catalog.setval('public.result_id_seq', 14, true);

SELECT pg_catalog.setval('public.review_id_seq', 1, true);

SELECT pg_catalog.setval('public.team_id_seq', 3, true);

SELECT pg_catalog.setval('public.team_link_id_seq', 1, true);

SELECT pg_catalog.setval('public.transport_id_seq', 1, true);

SELECT pg_catalog.setval('public.web_session_id_seq', 1, true);

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT pk_account PRIMARY KEY (id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT pk_address_mark PRIMARY KEY (id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT pk_amendment PRIMARY KEY (id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT pk_annex PRIMARY KEY (id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT pk_calendar_feed PRIMARY KEY (id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT pk_closing PRIMARY KEY (id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT pk_contact PRIMARY KEY (id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT pk_correspondence PRIMARY KEY (id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT pk_entity PRIMARY KEY (id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT pk_form_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT pk_import_draft PRIMARY KEY (id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT pk_import_issue PRIMARY KEY (id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT pk_inbound_mail PRIMARY KEY (id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT pk_last_run PRIMARY KEY (id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT pk_line PRIMARY KEY (id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT pk_node PRIMARY KEY (id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT pk_notice_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT pk_obligation PRIMARY KEY (id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT pk_one_time_key PRIMARY KEY (id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT pk_period PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT pk_read_token PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT pk_receipt PRIMARY KEY (id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT pk_reminder PRIMARY KEY (id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT pk_reopening PRIMARY KEY (id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT pk_report PRIMARY KEY (id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT pk_result PRIMARY KEY (id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT pk_review PRIMARY KEY (id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT pk_team PRIMARY KEY (id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT pk_team_link PRIMARY KEY (id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT pk_transport PRIMARY KEY (id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT pk_web_session PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_email UNIQUE (entity_id, email);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT uq_account_entity_id_subject UNIQUE (entity_id, subject);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT uq_address_mark_entity_id_address UNIQUE (entity_id, address);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT uq_annex_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT uq_assignment_line_id_position UNIQUE (line_id, "position");

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT uq_calendar_feed_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT uq_closing_plan_id_period_number UNIQUE (plan_id, period, number);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT uq_contact_team_id_email UNIQUE (team_id, email);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_entity_id_team_id_period UNIQUE (entity_id, team_id, period);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT uq_correspondence_reference UNIQUE (reference);

ALTER TABLE ONLY public.entity
    ADD CONSTRAINT uq_entity_code UNIQUE (code);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_entity_id_sequence UNIQUE (entity_id, sequence);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_result_id UNIQUE (result_id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT uq_form_issue_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT uq_import_issue_plan_id_revision_position UNIQUE (plan_id, revision, "position");

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT uq_inbound_mail_entity_id_message_id UNIQUE (entity_id, message_id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT uq_last_run_entity_id_work UNIQUE (entity_id, work);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT uq_line_uid UNIQUE (uid);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT uq_node_plan_id_position UNIQUE (plan_id, "position");

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_entity_id_key UNIQUE (entity_id, key);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT uq_notice_message_id UNIQUE (message_id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT uq_notice_reminder_reminder_id_notice_id UNIQUE (reminder_id, notice_id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT uq_obligation_line_id_kind_period UNIQUE (line_id, kind, period);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT uq_one_time_key_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT uq_period_plan_id_key UNIQUE (plan_id, key);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_entity_id_code UNIQUE (entity_id, code);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT uq_read_token_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_number UNIQUE (entity_id, number);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT uq_receipt_entity_id_team_id_period_sha256 UNIQUE NULLS NOT DISTINCT (entity_id, team_id, period, sha256);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT uq_reminder_obligation_id_due_on_step_audience_team_id UNIQUE (obligation_id, due_on, step, audience, team_id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT uq_report_closing_id_name UNIQUE (closing_id, name);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT uq_team_entity_id_folded UNIQUE (entity_id, folded);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT uq_team_link_token_sha256 UNIQUE (token_sha256);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT uq_transport_entity_id_channel UNIQUE (entity_id, channel);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT uq_web_session_token_sha256 UNIQUE (token_sha256);

CREATE INDEX ix_amendment_line_id ON public.amendment USING btree (line_id);

CREATE INDEX ix_amendment_to_come ON public.amendment USING btree (entity_id, effective_on) WHERE ((applied_at IS NULL) AND (undone_at IS NULL));

CREATE INDEX ix_annex_line_id ON public.annex USING btree (line_id, period);

CREATE INDEX ix_annex_sha256 ON public.annex USING btree (sha256);

CREATE INDEX ix_assignment_plan_id ON public.assignment USING btree (plan_id);

CREATE INDEX ix_attempt_entity_id_channel ON public.attempt USING btree (entity_id, channel, started_at);

CREATE INDEX ix_attempt_notice_id ON public.attempt USING btree (notice_id);

CREATE INDEX ix_closing_entity_id_closed_at ON public.closing USING btree (entity_id, closed_at);

CREATE INDEX ix_decision_entity_id_kind ON public.decision USING btree (entity_id, kind);

CREATE INDEX ix_decision_line_id ON public.decision USING btree (line_id);

CREATE INDEX ix_event_entity_id_subject ON public.event USING btree (entity_id, subject);

CREATE INDEX ix_import_draft_waiting ON public.import_draft USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_inbound_mail_entity_id_state ON public.inbound_mail USING btree (entity_id, state);

CREATE INDEX ix_job_open ON public.job USING btree (entity_id, id) WHERE (ended_at IS NULL);

CREATE INDEX ix_line_plan_id_position ON public.line USING btree (plan_id, "position");

CREATE INDEX ix_notice_entity_id_day ON public.notice USING btree (entity_id, day);

CREATE INDEX ix_notice_leased ON public.notice USING btree (lease_until) WHERE ((state)::text = 'sending'::text);

CREATE INDEX ix_notice_reminder_notice_id ON public.notice_reminder USING btree (notice_id);

CREATE INDEX ix_notice_sendable ON public.notice USING btree (entity_id, channel, priority, not_before, id) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'retry'::character varying])::text[]));

CREATE INDEX ix_notice_troubled ON public.notice USING btree (entity_id, state) WHERE ((state)::text = ANY ((ARRAY['refused'::character varying, 'in_doubt'::character varying])::text[]));

CREATE INDEX ix_obligation_open ON public.obligation USING btree (entity_id, kind, due_on, closes_on, line_id, team_id, done_on) WHERE (done_on IS NULL);

CREATE INDEX ix_obligation_plan_id_period ON public.obligation USING btree (plan_id, period);

CREATE INDEX ix_one_time_key_account_id ON public.one_time_key USING btree (account_id);

CREATE INDEX ix_receipt_unread ON public.receipt USING btree (entity_id, id) WHERE ((state)::text = 'received'::text);

CREATE INDEX ix_reminder_waiting ON public.reminder USING btree (entity_id) WHERE waiting;

CREATE INDEX ix_reopening_open ON public.reopening USING btree (entity_id, until) WHERE (ended_at IS NULL);

CREATE INDEX ix_reopening_plan_id_period ON public.reopening USING btree (plan_id, period);

CREATE UNIQUE INDEX ix_result_in_force ON public.result USING btree (plan_id, line_id, period) WHERE in_force;

CREATE INDEX ix_result_line_id ON public.result USING btree (line_id);

CREATE INDEX ix_review_result_id ON public.review USING btree (result_id);

CREATE INDEX ix_team_link_team_id ON public.team_link USING btree (team_id, period);

CREATE INDEX ix_web_session_account_id ON public.web_session USING btree (account_id);

CREATE TRIGGER closing_kept BEFORE DELETE OR UPDATE ON public.closing FOR EACH ROW EXECUTE FUNCTION public.refuse_closing_change();

CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION public.refuse_event_change();

ALTER TABLE ONLY public.account
    ADD CONSTRAINT fk_account_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.address_mark
    ADD CONSTRAINT fk_address_mark_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT fk_amendment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.annex
    ADD CONSTRAINT fk_annex_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.closing
    ADD CONSTRAINT fk_closing_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.contact
    ADD CONSTRAINT fk_contact_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.correspondence
    ADD CONSTRAINT fk_correspondence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_to_team_id_team FOREIGN KEY (to_team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.form_issue
    ADD CONSTRAINT fk_form_issue_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.import_draft
    ADD CONSTRAINT fk_import_draft_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.import_issue
    ADD CONSTRAINT fk_import_issue_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.inbound_mail
    ADD CONSTRAINT fk_inbound_mail_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.last_run
    ADD CONSTRAINT fk_last_run_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_node_node FOREIGN KEY (plan_id, node) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.line
    ADD CONSTRAINT fk_line_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_parent_node FOREIGN KEY (plan_id, parent) REFERENCES public.node(plan_id, "position");

ALTER TABLE ONLY public.node
    ADD CONSTRAINT fk_node_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_notice_id_notice FOREIGN KEY (notice_id) REFERENCES public.notice(id);

ALTER TABLE ONLY public.notice_reminder
    ADD CONSTRAINT fk_notice_reminder_reminder_id_reminder FOREIGN KEY (reminder_id) REFERENCES public.reminder(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.obligation
    ADD CONSTRAINT fk_obligation_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.one_time_key
    ADD CONSTRAINT fk_one_time_key_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.period
    ADD CONSTRAINT fk_period_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.read_token
    ADD CONSTRAINT fk_read_token_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_inbound_id_inbound_mail FOREIGN KEY (inbound_id) REFERENCES public.inbound_mail(id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT fk_receipt_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reminder
    ADD CONSTRAINT fk_reminder_obligation_id_obligation FOREIGN KEY (obligation_id) REFERENCES public.obligation(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.reopening
    ADD CONSTRAINT fk_reopening_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_closing_id_closing FOREIGN KEY (closing_id) REFERENCES public.closing(id);

ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_entity_id_receipt_receipt FOREIGN KEY (entity_id, receipt) REFERENCES public.receipt(entity_id, number);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_line_id_line FOREIGN KEY (line_id) REFERENCES public.line(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_plan_id_plan FOREIGN KEY (plan_id) REFERENCES public.plan(id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT fk_result_supersedes_result FOREIGN KEY (supersedes) REFERENCES public.result(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT fk_review_result_id_result FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.team
    ADD CONSTRAINT fk_team_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.team_link
    ADD CONSTRAINT fk_team_link_team_id_team FOREIGN KEY (team_id) REFERENCES public.team(id);

ALTER TABLE ONLY public.transport
    ADD CONSTRAINT fk_transport_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_account_id_account FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.web_session
    ADD CONSTRAINT fk_web_session_entity_id_entity FOREIGN KEY (entity_id) REFERENCES public.entity(id);

